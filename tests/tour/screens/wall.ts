/** The free wall: notes, connectors, a vote on them, and the wall of a closed session. */
import { LEADS } from '../casts.ts'
import { pressFirst } from '../deeds.ts'
import type { Screen } from '../screen.ts'

export const wall: readonly Screen[] = [
  {
    name: 'wall-leads',
    cast: 'wall',
    who: LEADS,
    stands: 'What do we see?',
    parts: ['desk/Wall', 'desk/DragLayer', 'desk/RestingSection', 'phone/OpenCards'],
  },
  {
    name: 'wall',
    cast: 'wall',
    who: 'Cai',
    stands: 'What do we see?',
    parts: ['desk/Wall'],
    async then(page) {
      await page.getByText('Nobody to ask').first().waitFor()
    },
  },
  {
    name: 'wall-closed',
    cast: 'wallClosed',
    who: LEADS,
    path: 'board',
    stands: 'Laptops come late',
    parts: ['desk/WallVote'],
  },
  {
    name: 'wall-vote',
    cast: 'wallVote',
    who: 'Ash',
    stands: 'No dots left',
    parts: ['desk/WallVote'],
    async then(page) {
      await page.getByText('Nobody to ask').first().waitFor()
    },
  },
  {
    name: 'wall-note-menu',
    cast: 'wall',
    who: 'Cai',
    stands: 'What do we see?',
    parts: [],
    opens: 'Connect to…',
    async then(page) {
      await pressFirst(page, /^More for “Nobody to ask/)
    },
  },
]
