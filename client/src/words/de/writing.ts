/** German words beside private writing. */
import type { writing as english } from '../writing.ts'
import { common } from './common.ts'

export const writing: typeof english = {
  hiddenUntil: (lead) => `Verborgen, bis ${lead} sie aufdeckt`,
  total: (n) => `bisher ${common.cards(n)}, von allen zusammen`,
  neutral: 'Du moderierst, ohne mitzuschreiben. Karten erscheinen, wenn du sie aufdeckst.',
  watching: 'Du schaust zu. Karten erscheinen, wenn sie aufgedeckt werden.',
  edit: 'Bearbeiten',
  finish: 'Fertigstellen',
  editing: 'Deine Karte bearbeiten',
  alone:
    'Niemand sonst ist da. Wer später mit dem Code hereinkommt, sieht, was auf dem Board steht.',
  few: 'In einer so kleinen Gruppe könnten andere es erraten.',
  watchedBy: (names, n) =>
    n === 1
      ? `${names} schaut zu und sieht sie dann auch.`
      : `${names} schauen zu und sehen sie dann auch.`,
  notesOpen: 'Wer hier ist, kann den Bericht öffnen.',
  notesBy: (name) => `${name} verschickt den Bericht.`,
  each: (n) => `Bis zu ${common.cards(n)} pro Person.`,
  full: (n) =>
    `Du hast alle ${n} verbraucht. Ändere eine, oder entferne eine, um eine andere zu schreiben.`,
}
