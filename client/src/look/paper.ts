/** The paper of a card: butter while it is unsorted, else that of its category. */

const PAPERS = ['sky', 'rose', 'apricot', 'mint', 'paper'] as const
export type Paper = (typeof PAPERS)[number] | 'butter'

/** Paper of the n-th lane of a section, from 0; below 0 the card is in none. */
export function paperOf(lane: number): Paper {
  return lane < 0 ? 'butter' : (PAPERS[lane % PAPERS.length] ?? 'butter')
}

/** The colour of that paper, as a CSS value. */
export function paperColour(lane: number): string {
  return `var(--note-${paperOf(lane)})`
}
