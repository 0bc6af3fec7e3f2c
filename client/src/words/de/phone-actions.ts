/** German words of actions on a phone. */
import type { phoneActions as english } from '../phone-actions.ts'

export const phoneActions: typeof english = {
  text: 'Was getan wird',
  noOwner: 'Noch niemand',
  noDue: 'Ohne Datum',
  ownerIs: (name) => `Kümmert sich: ${name}`,
  dueIs: (date) => `Bis ${date}`,
}
