/** German words of the chair’s bar on a phone. */
import { plural } from '../common.ts'
import type { phoneChair as english } from '../phone-chair.ts'

export const phoneChair: typeof english = {
  bar: 'Die Sitzung moderieren',
  pause: 'Uhr anhalten',
  resume: 'Uhr weiterlaufen lassen',
  plusOne: '+1',
  plusOneLabel: '+1 Minute',
  more: 'Mehr zum Moderieren',
  moreWith: (n) => `Mehr zum Moderieren, ${plural(n, 'Anfrage', 'Anfragen')}`,
  menu: 'Moderieren',
  asks: (name) => `${name} möchte hereinkommen`,
  asksBack: (name) => `${name} möchte wieder hereinkommen`,
  admit: 'Hereinlassen',
  refuse: 'Jetzt nicht',
  admitName: (name) => `${name} hereinlassen`,
  refuseName: (name) => `${name} jetzt nicht`,
  others: (n) => `und ${n} weitere`,
}
