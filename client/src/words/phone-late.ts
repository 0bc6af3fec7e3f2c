/** Words about what missed a reveal, on a phone. */

export const phoneLate = {
  title: 'Not on the board yet',
  openBody: 'Not finished when the cards were revealed.',
  guess: 'Others may guess this is yours.',
  add: 'Add',
  keep: 'Keep',
} as const
