/** German words of open lists of cards on a phone. */
import type { phoneList as english } from '../phone-list.ts'

export const phoneList: typeof english = {
  everyoneSees: 'Diese sehen alle sofort.',
  everyoneSeesNameless: 'Diese sehen alle sofort, ohne Namen.',
  composer: 'Karte hinzufügen',
  capture: 'Tippe ein, was jemand laut gesagt hat',
  saidAloud: 'Jemand hat es laut gesagt: niemandes Karte',
  more: (text) => `Mehr zu „${text}“`,
  edit: 'Bearbeiten',
  move: 'Verschieben …',
  text: 'Text der Karte',
  by: (name) => name,
  aloud: 'Laut gesagt',
}
