/** German words of talking about topics on a phone. */
import type { phoneDiscuss as english } from '../phone-discuss.ts'
import { common } from './common.ts'

export const phoneDiscuss: typeof english = {
  waitForLead: (lead) => `${lead} wählt gleich die Themen.`,
  propose: 'Vorgeschlagene Themen',
  top: (n, minutes) =>
    n === 1
      ? `Das oberste, ${common.minutes(minutes)}.`
      : `Die obersten ${n}, je ${common.minutes(minutes)}.`,
  shared: (n, places, minutes, each) =>
    `${topics(n)} teilen sich ${seats(places)}: Aus ${places} × ${minutes} werden ${n} × ${each} Minuten.`,
  crowded: (n, places) =>
    `${topics(n)} teilen sich ${seats(places)}. Das sind zu viele, um die Zeit zu teilen.`,
  choose: (places) => `${places} auswählen`,
  set: 'Diese Themen nehmen',
  discussAll: (clock) => `Alle besprechen, je ${clock}`,
  next: 'Danach',
  done: 'Besprochen',
  start: (text) => `Mit „${text}“ beginnen`,
  minutes: (n) => common.min(n),
  change: 'Themen ändern',
  allDone: 'Alle Themen sind besprochen.',
  notes: 'Notizen',
  actions: 'Maßnahmen',
  cards: 'Karten',
  addNote: 'Notiz hinzufügen',
  addAction: 'Maßnahme hinzufügen',
  sendNote: 'Notiz hinzufügen',
  sendAction: 'Maßnahme hinzufügen',
  noteNamed: 'Bei Notizen steht hier dein Name. Im Bericht steht er nicht.',
  emptyNotes: 'Noch keine Notizen.',
  emptyActions: 'Noch keine Maßnahmen. Wer kümmert sich?',
  makeAction: 'Eine Maßnahme daraus machen',
  more: (text) => `Mehr zu „${text}“`,
  madeAction: 'Das ist jetzt eine Maßnahme.',
  parking: 'Themenspeicher',
}

const NUMBERS = ['Null', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun']

function topics(n: number): string {
  return `${NUMBERS[n] ?? n} Themen`
}

function seats(n: number): string {
  return n === 1 ? 'einen Platz' : `${(NUMBERS[n] ?? String(n)).toLowerCase()} Plätze`
}
