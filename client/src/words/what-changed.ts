/** Words of what others did on the board. */
import { translated } from './catalogue.ts'
import { common, plural } from './common.ts'

export const whatChanged = translated('whatChanged', {
  button: 'What changed',
  /** What others did in this phase, or in one that has ended. */
  since: 'Since this phase began, or you came:',
  inPhase: (phase: string) => `In ${phase}:`,
  moved: (n: number) => `${common.cards(n)} moved`,
  added: (n: number) => `${common.cards(n)} added`,
  removed: (n: number) => `${common.cards(n)} removed`,
  lanes: (n: number) => plural(n, 'new category', 'new categories'),
  nothing: 'nothing has changed on the board',
})
