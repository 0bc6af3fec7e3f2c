/** Choosing: dots, a question with answers, estimates. */
import { LEADS } from '../casts.ts'
import type { Screen } from '../screen.ts'

export const voting: readonly Screen[] = [
  {
    name: 'vote-leads',
    cast: 'vote',
    who: LEADS,
    stands: 'Which topics matter most to you?',
    parts: ['desk/Vote', 'desk/VotePanel', 'phone/Vote'],
  },
  {
    name: 'vote',
    cast: 'vote',
    who: 'Ash',
    stands: 'No dots left',
    parts: ['desk/Vote', 'phone/Vote'],
  },
  {
    name: 'no-dots',
    cast: 'vote',
    who: 'Ash',
    stands: 'No dots left',
    parts: ['desk/Vote', 'phone/Vote'],
    async then(page) {
      // Greyed, and pressed all the same once it stands still: that is when it says why.
      const add = page.getByRole('button', { name: /^Add a dot to Docs/ })
      await add.hover()
      await add.click({ force: true })
      await page.getByText(/Take a dot back/).waitFor()
    },
  },
  {
    name: 'tally',
    cast: 'tallied',
    who: 'Ash',
    stands: 'Which topics matter most to you?',
    parts: ['desk/Vote', 'phone/Vote'],
  },
  {
    name: 'poll-leads',
    cast: 'polled',
    who: LEADS,
    stands: 'About as I expected',
    parts: ['desk/Brief', 'phone/Brief', 'look/Poll'],
  },
  {
    name: 'poll',
    cast: 'polled',
    who: 'Ash',
    stands: 'About as I expected',
    parts: ['look/Poll'],
  },
  {
    name: 'poll-answers',
    cast: 'answered',
    who: 'Ash',
    stands: '2 of 4 answered.',
    parts: ['look/Poll'],
  },
  {
    name: 'estimate-leads',
    cast: 'estimate',
    who: LEADS,
    stands: 'How likely is each one? How bad would it be?',
    parts: ['desk/Estimate', 'phone/Estimate'],
  },
  {
    name: 'estimate',
    cast: 'estimate',
    who: 'Cai',
    stands: /Probability|How likely/,
    parts: ['desk/Estimate', 'phone/Estimate'],
  },
  {
    name: 'estimated-leads',
    cast: 'estimated',
    who: LEADS,
    stands: 'Feature Gap',
    parts: ['desk/Estimate', 'desk/NextTopics', 'phone/Estimate'],
  },
  {
    name: 'estimated',
    cast: 'estimated',
    who: 'Cai',
    stands: 'Feature Gap',
    parts: ['desk/Estimate', 'phone/Estimate'],
  },
]
