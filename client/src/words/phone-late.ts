/** Words about what missed a reveal, on a phone. */
import { translated } from './catalogue.ts'

export const phoneLate = translated('phoneLate', {
  title: 'Not on the board yet',
  openBody: 'Not finished when the cards were revealed.',
  guess: 'Others may guess this is yours.',
  add: 'Add',
  keep: 'Keep',
})
