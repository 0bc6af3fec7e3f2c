/** Words that a screen seldom needs, and so not at first: pasted lists, what was not taken, small forms. */
import { translated } from './catalogue.ts'
import { plural } from './common.ts'

export const seldom = translated('seldom', {
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  save: 'Save',
  notTaken: 'Your words, kept here to copy:',
  manyLines: (n: number) => `That is ${n} lines.`,
  addMany: (n: number) => `Add ${plural(n, 'card', 'cards')}`,
  keepOne: 'Keep as one',
})
