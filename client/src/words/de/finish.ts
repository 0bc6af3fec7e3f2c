/** German words of the end of a session. */
import type { finish as english } from '../finish.ts'
import { plural } from '../common.ts'

export const finish: typeof english = {
  owner: 'Wer',
  ownerOf: (text) => `Wer, ${text}`,
  nobody: '? Noch niemand',
  somebodyElse: 'Jemand anders …',
  ownerName: 'Wer sich darum kümmert',
  notHere: 'Nicht hier. Fragt zuerst nach.',
  due: 'Bis wann',
  dueOf: (text) => `Bis wann, ${text}`,
  noDue: 'Ohne Datum',
  ticket: 'Ticket',
  addTicket: 'Ticket eintragen',
  ticketOf: (text) => `Ticket, ${text}`,
  ticketHint: 'Eine Nummer oder ein Link',
  changeTicket: (text) => `Ticket von „${text}“ ändern`,
  opensElsewhere: 'öffnet ein neues Fenster',
  from: (text) => `Aus: ${text}`,
  is: { open: 'Offen', offered: 'Angefragt', done: 'Erledigt', dropped: 'Machen wir nicht' },
  more: (text) => `Mehr zu „${text}“`,
  setDone: 'Ist erledigt',
  setDropped: 'Machen wir nicht',
  setOpen: 'Ist wieder offen',
  up: 'Nach oben',
  down: 'Nach unten',
  movedTo: (n, of) => `Jetzt ${n} von ${of}.`,
  remove: 'Entfernen',

  sender: 'Wer verschickt die Notizen?',
  nobodyYet: 'Noch niemand',
  checkIns: 'Wann schauen wir wieder nach?',
  checkInsHint: 'Zum Beispiel in zwei Wochen und beim Start.',
  checkInDates: 'Tage zum Nachschauen',
  checkInDay: (n) => `Nachschauen ${n}`,
  addCheckIn: 'Tag eintragen',
  anotherCheckIn: 'Noch ein Tag',
  removeCheckIn: (day) => `${day} entfernen`,
  nothingYet: 'Noch nichts ausgemacht',

  missing: 'Bevor du schließt',
  filledIn: 'Eingetragen',
  missingNote: 'Trag ein, was jetzt geht, oder schließ trotzdem.',
  noActions: 'Es wurde keine Maßnahme aufgeschrieben.',
  noOwners: (n) =>
    n === 1
      ? 'Eine Maßnahme hat niemanden oder kein Datum'
      : `${n} Maßnahmen haben niemanden oder kein Datum`,
  noSender: 'Noch verschickt niemand die Notizen',
  noCheckIn: 'Es gibt keinen Tag zum Nachschauen',
  unplaced: (n) => (n === 1 ? 'Eine Karte liegt nirgends' : `${n} Karten liegen nirgends`),
  unplacedNote: 'Der Bericht führt sie auf, wie sie sind.',
  dots: 'Die Abstimmung ist noch offen',
  dotsNote: 'Ihre Punkte zählen, wie sie stehen.',
  numbers: 'Zahlen sind noch verborgen',
  numbersNote: 'Sie bleiben verborgen, und der Bericht lässt sie aus.',
  unsent: (n) => `${plural(n, 'Karte', 'Karten')} von Leuten, die noch schreiben`,
  unsentNote: 'Sie liegen nicht auf der Tafel und würden gelöscht.',
  yours: (n) => (n === 1 ? 'Eine Karte von dir fehlt noch' : 'Karten von dir fehlen noch'),
  addDraft: 'Dazulegen',
  keepDraft: 'Für mich behalten',
  yoursNote:
    'Andere könnten erraten, dass sie von dir ist. Was du behältst, wird beim Schließen gelöscht.',
  deletes:
    'Wer was geschrieben hat, nicht abgegebene Entwürfe und einzelne Stimmen werden endgültig gelöscht.',
  deletesNamed: 'Nicht abgegebene Entwürfe und einzelne Stimmen werden endgültig gelöscht.',
  stays: 'Alle behalten den Bericht. Die Moderation kann die Sitzung wieder öffnen.',

  pausedTitle: 'Diese Sitzung ist unterbrochen',
  pausedBody:
    'Zwei Stunden lang war niemand hier. Nichts ist verloren; ihr Code lässt solange niemanden herein.',
  pausedWait: (name) => `Sie geht weiter, wenn ${name} es sagt.`,
}
