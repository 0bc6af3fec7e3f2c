/** German words of the parts that every screen uses. */
import { plural } from '../common.ts'
import type { common as english } from '../common.ts'

export const common: typeof english = {
  product: 'Plenary',
  close: 'Schließen',
  undo: 'Zurücknehmen',
  remove: 'Entfernen',
  someone: 'Jemand',
  theFacilitator: 'Die Moderation',
  nameDone: (name) => `${name}, fertig`,
  cards: (n) => plural(n, 'Karte', 'Karten'),
  people: (n) => plural(n, 'Person', 'Personen'),
  minutes: (n) => plural(n, 'Minute', 'Minuten'),
  min: (n) => `${n} Min.`,
  dots: (n) => plural(n, 'Punkt', 'Punkte'),

  saving: 'Wird gespeichert',
  saved: 'Alles gespeichert',
  unsaved: 'Gerade wird nichts gespeichert.',

  timerLeft: (time) => `noch ${time}`,
  timerIdle: (time) => `${time}, noch nicht gestartet`,
  paused: 'Angehalten',
  timeIsUpSay: 'Die Zeit ist um. Bring deinen Satz zu Ende.',
  over: (time) => `Die Zeit ist um, ${time} darüber`,
  halfLeft: (minutes) => `Die Hälfte der Zeit ist noch übrig, ${minutes}.`,
  oneMinuteLeft: 'Noch eine Minute.',

  characters: (n, max) => `${n} von ${max} Zeichen`,
  tooLong: (by) => `${plural(by, 'Zeichen', 'Zeichen')} zu viel. Mach zwei Karten daraus.`,
  send: 'Karte hinzufügen',
  textKept: 'Dein angefangener Text bleibt.',
}
