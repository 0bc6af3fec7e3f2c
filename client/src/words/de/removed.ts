/** German words of what was taken away. */
import type { removed as english } from '../removed.ts'

export const removed: typeof english = {
  card: 'Karte entfernt',
  lane: 'Kategorie entfernt. Ihre Karten sind noch einzuordnen.',
  group: 'Gruppe entfernt',
  action: 'Maßnahme entfernt',
  note: 'Notiz entfernt',
  field: 'Text entfernt',
}
