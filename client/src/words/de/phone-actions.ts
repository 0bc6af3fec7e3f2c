/** German words of actions on a phone. */
import type { phoneActions as english } from '../phone-actions.ts'

export const phoneActions: typeof english = {
  owner: 'Wer',
  nobody: '? Noch niemand',
  due: 'Bis wann',
  text: 'Was getan wird',
  remove: (text) => `„${text}“ entfernen`,
  noOwner: 'Noch niemand',
  noDue: 'Ohne Datum',
  sender: 'Wer verschickt die Notizen?',
  nobodyYet: 'Noch niemand',
  checkIns: 'Wann schauen wir wieder nach?',
  checkInsHint: 'Zum Beispiel in zwei Wochen und beim Start',
  ownerIs: (name) => `Kümmert sich: ${name}`,
  dueIs: (date) => `Bis ${date}`,
}
