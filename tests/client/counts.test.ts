/** How much there is in a session, as its end and a latecomer are told. */
import { cardsAndActions } from '@plenary/client/look/counts'
import type { Board } from '@plenary/client/look/topics'
import { expect, it } from 'vitest'
import { formatNamed } from '../kit/play.ts'

it('[FN16] counts the cards of every section that holds some, in a lane or not, and the actions of every list', () => {
  const { sections, ...rest } = formatNamed('start-stop')
  const format = {
    ...rest,
    sections: [
      ...sections,
      { id: 'wall', kind: 'wall', title: 'Ideas' } as const,
      { id: 'later', kind: 'actions', title: 'Later' } as const,
    ],
  }
  const held: Record<string, string[]> = {
    'lane thoughts': ['start', 'stop'],
    'card start': ['a', 'b'],
    'card stop': ['c'],
    'action actions': ['d'],
    'action later': ['e', 'f'],
    'note notes': ['g'],
  }
  const unplaced: Record<string, string[]> = { thoughts: ['h'], wall: ['i', 'j'] }
  const board: Board = {
    entry: () => null,
    ids: (parent, kind) => held[`${kind} ${parent}`] ?? [],
    unplaced: (section) => unplaced[section] ?? [],
  }
  expect(cardsAndActions(board, format)).toEqual({ cards: 6, actions: 3 })
})
