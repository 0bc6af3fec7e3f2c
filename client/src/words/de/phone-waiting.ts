/** German words of a phone before the start. */
import { plural } from '../common.ts'
import type { phoneWaiting as english } from '../phone-waiting.ts'
import { common } from './common.ts'

export const phoneWaiting: typeof english = {
  setup: (lead) => `${lead} bereitet die Sitzung vor.`,
  lobby: (lead) => `${lead} beginnt gleich.`,
  lobbyLead: 'Beginne, wenn alle da sind.',
  here: (n) => `${plural(n, 'Person ist', 'Personen sind')} da`,
  first: (minutes) => `Zuerst, etwa ${common.minutes(minutes)}`,
  code: 'Code zum Mitmachen',
  invite: 'Link kopieren',
  observers: (names) => `Schaut zu: ${names}`,
  anonymous: (lead) =>
    `Karten tragen keine Namen. ${lead} sieht nicht, wer was geschrieben hat. Wer diesen Server betreibt, könnte es.`,
  named: 'Karten tragen den Namen der Person, die sie geschrieben hat.',
}
