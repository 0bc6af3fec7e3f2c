/** German words about what missed a reveal, on a phone. */
import type { phoneLate as english } from '../phone-late.ts'

export const phoneLate: typeof english = {
  title: 'Noch nicht auf der Tafel',
  openBody: 'War beim Aufdecken noch nicht fertig.',
  guess: 'Andere könnten erraten, dass das von dir ist.',
  add: 'Hinzufügen',
  keep: 'Behalten',
}
