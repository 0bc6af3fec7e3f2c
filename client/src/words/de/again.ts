/** German words of a new session from the set-up of an old one. */
import type { again as english } from '../again.ts'

export const again: typeof english = {
  way: 'Neue Sitzung mit dieser Vorbereitung',
  wayOf: (title) => `Neue Sitzung mit der Vorbereitung von ${title}`,
  title: 'Noch einmal mit derselben Vorbereitung',
  body: 'Ablauf, Minuten, Fragen, Worte zum Vorlesen, Namen oder keine, erwartete Personen und Vertretung kommen mit. Das Datum setzt du, und nichts Geschriebenes kommt mit.',
  name: 'Dein Name',
  empty: 'Gib ihr einen Titel und dir einen Namen.',
  make: 'Anlegen und Datum setzen',
  back: 'Zurück zur alten Sitzung',
  home: 'Alle Sitzungen',
}
