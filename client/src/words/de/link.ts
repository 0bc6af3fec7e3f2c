/** German words of the connection. */
import type { link as english } from '../link.ts'

export const link: typeof english = {
  product: 'Plenary',
  pageTitle: (title) => `${title} · Plenary`,
  problem: {
    offline: 'Der Server antwortet nicht. Prüfe deine Verbindung und versuch es noch einmal.',
    unreadable: 'Der Server hat etwas geantwortet, das diese Seite nicht versteht. Lade sie neu.',
  },
  connecting: 'Die Sitzung wird geöffnet',
  stillConnecting: 'Der Server antwortet noch nicht. Wir versuchen es weiter.',
  notNow:
    'Der Server antwortet oder speichert gerade nicht. Sieh danach nach, ob es geschehen ist, oder versuch es noch einmal.',
  reload: 'Neu laden',
  failedTitle: 'Das hat nicht geklappt, und es liegt an uns',
  failedBody: 'Was gespeichert war, ist sicher. Lade die Seite neu, um weiterzumachen.',
  removed: 'Entfernt',
  notSaved: 'Dieser Text konnte nicht gespeichert werden. Er bleibt hier zum Kopieren.',
  keptFromBefore:
    'Dieser Text war vor dem Neuladen nicht gespeichert. Er bleibt hier zum Kopieren.',
  left: 'Du hast die Sitzung verlassen, deshalb wurde das nicht gesendet.',
}
