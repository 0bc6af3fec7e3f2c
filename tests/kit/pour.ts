/** One reveal by the rules alone: who wrote what and when, beside the card it became. */
import { pourDue } from '@plenary/shared/decide/drafts'
import type { Dice } from '@plenary/shared/decision'
import { must } from '@plenary/shared/must'
import { formatNamed, play } from './play.ts'

export interface Poured {
  card: string
  place: string
  author: string
  /** 0 for the first draft that was written. */
  written: number
}

interface Pouring {
  authors: readonly string[]
  /** Drafts of each author, written in turns. */
  each: number
  dice: Dice
}

/** The cards in the order in which the server puts them. */
export function decidePour({ authors, each, dice }: Pouring): Poured[] {
  const session = play({ format: formatNamed('pre-mortem'), participants: authors })
  session.did('Fay', { type: 'phase.go', phase: 'write' })
  const texts: string[] = []
  for (let turn = 0; turn < each; turn++)
    for (const author of authors) {
      const text = `${author} ${turn}`
      const draft = { draft: `draft-${texts.length}`, section: 'reasons', text, rev: 1 }
      session.did(author, { type: 'draft.put', ...draft, state: 'done' })
      texts.push(text)
    }
  session.did('Fay', { type: 'reveal' })
  const { edits } = pourDue(session.state(), {
    person: session.person('Fay'),
    now: session.now() + 2_000,
    dice,
    board: session.board,
    limits: { cards: 1_000, people: 100 },
  })
  return edits.map((edit) => {
    if (edit.do !== 'put') throw new Error(edit.do)
    const author = must(edit.text.split(' ')[0], 'the author')
    return { card: edit.id, place: edit.place, author, written: texts.indexOf(edit.text) }
  })
}
