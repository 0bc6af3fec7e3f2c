/** German words of a connection that stays away. */
import { plural } from '../common.ts'
import type { lost as english } from '../lost.ts'

export const lost: typeof english = {
  reconnecting: (kept) =>
    kept
      ? 'Die Verbindung wird wieder aufgebaut. Nichts geht verloren.'
      : 'Die Verbindung wird wieder aufgebaut. Lass die Seite offen.',
  unsaved: (why, n, kept) => {
    const reason = {
      offline: 'offline',
      away: 'für eine Weile weggeschickt',
      pages: 'zu viele Seiten von dir sind offen',
      'read-only': 'der Server kann gerade nicht speichern',
    }[why]
    if (!kept)
      return n === 0
        ? `Gerade wird nichts gespeichert: ${reason}. Dieses Gerät kann nicht behalten, was du schreibst. Lass die Seite offen.`
        : `Nicht gespeichert: ${reason}, ${plural(n, 'Änderung wartet', 'Änderungen warten')}. Dieses Gerät kann sie nicht behalten. Lass die Seite offen.`
    return n === 0
      ? `Gerade wird nichts gespeichert: ${reason}. Was du schreibst, bleibt auf diesem Gerät.`
      : `Nicht gespeichert: ${reason}, ${plural(n, 'Änderung wartet', 'Änderungen warten')} auf diesem Gerät.`
  },
  keptOut: (why): string =>
    why === 'pages'
      ? 'Zu viele Seiten von dir sind offen.'
      : 'Diese Seite wurde für eine Weile weggeschickt.',
  back: (n) =>
    n === 0
      ? 'Wieder da.'
      : `Wieder da. ${plural(n, 'Änderung wurde', 'Änderungen wurden')} gesendet.`,
  noAnswer: 'Der Server antwortet nicht.',
  away: 'Von dieser Seite kam zu viel auf einmal. Lass sie offen: In höchstens zehn Minuten kommt sie von selbst zurück.',
  pages: 'Schließ eine davon, dann kommt diese hier von selbst zurück.',
  readOnly: 'Lesen geht weiter. Sobald er wieder speichert, wird alles von selbst gesendet.',
  tryNow: 'Jetzt versuchen',
  save: 'Speichern, was ich sehe',
  savedFrom: (time) =>
    `Um ${time} von einem Bildschirm gespeichert, während der Server nicht antwortete. Vielleicht nicht vollständig.`,
  drafts: 'Meine Entwürfe, die sonst niemand gesehen hat',
  begun: 'Angefangen, nicht gesendet',
  unplaced: 'In keiner Kategorie',
}
