/** German words of the hints on blame. */
import type { blame as english } from '../blame.ts'

export const blame: typeof english = {
  person: 'Was hat das möglich gemacht, egal wer da war?',
  'human error': 'Was hat es schwer gemacht, das Richtige zu tun?',
  hindsight: 'Was wusste man zu dem Zeitpunkt?',
  careless: 'Was hat es leicht gemacht, das falsch zu machen?',
  'root cause': 'Was hat das möglich gemacht?',
  about: (phrase) => `Zu „${phrase}“. Das siehst nur du.`,
  leave: 'So lassen',
}
