/** Sorting: the board of lanes, its menus, cards that are locked, read out, set aside or late. */
import { until } from '../../kit/until.ts'
import { LEADS, TAKES_PART } from '../casts.ts'
import { pressFirst } from '../deeds.ts'
import type { Screen } from '../screen.ts'
import { DESKS, PHONES } from '../screen.ts'

export const sorting: readonly Screen[] = [
  {
    name: 'sort-leads',
    cast: 'sort',
    who: LEADS,
    stands: /Where does/,
    parts: ['desk/Board', 'phone/Sort'],
  },
  {
    name: 'sort',
    cast: 'sort',
    who: TAKES_PART,
    stands: /Where does/,
    parts: ['desk/DragLayer', 'desk/RestingSection', 'desk/Board', 'phone/Sort'],
  },
  {
    name: 'board',
    cast: 'discuss',
    who: LEADS,
    stands: 'What could we have done to avoid or mitigate the failure?',
    parts: ['desk/DragLayer', 'desk/RestingSection'],
    widths: [1440, 900],
    then: async (page) => {
      await page.getByRole('button', { name: 'Board', exact: true }).click()
      await page.getByRole('heading', { name: 'Parking lot' }).waitFor()
      await page.keyboard.press('0')
    },
  },
  {
    name: 'watch',
    cast: 'sort',
    who: 'Obi',
    stands: /You’re watching/,
    parts: ['seat/WatchStrip'],
  },
  {
    name: 'sort-locked',
    cast: 'locked',
    who: TAKES_PART,
    stands: /Where does/,
    parts: [],
  },
  {
    name: 'sort-talk-leads',
    cast: 'talk',
    who: LEADS,
    stands: /to talk about|Where does/,
    parts: ['desk/CardControls'],
  },
  {
    name: 'sort-talk',
    cast: 'talk',
    who: TAKES_PART,
    stands: /Where does/,
    parts: [],
    async then(page) {
      const all = page.getByRole('button', { name: 'See all' })
      if (await all.isVisible()) await all.click()
      await page.getByText('to talk about').first().waitFor()
    },
  },
  {
    name: 'sort-read-out-leads',
    cast: 'grouped',
    who: LEADS,
    stands: /Where does/,
    parts: ['desk/CardControls', 'look/ShownCard', 'phone/AsideCards'],
  },
  {
    name: 'sort-read-out',
    cast: 'grouped',
    who: 'Cai',
    stands: /Where does/,
    parts: ['look/ShownCard'],
  },
  {
    name: 'sort-late-draft',
    cast: 'late',
    who: 'Ash',
    widths: PHONES,
    stands: 'Nobody asked the support desk',
    parts: ['phone/LateDrafts'],
  },
  {
    name: 'card-menu',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/CardMenu'],
    opens: /^(Edit|Reword|Earlier|Up|Set aside)/,
    then: (page) => pressFirst(page, /^More for “/),
  },
  {
    name: 'lane-menu',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/LaneMenu'],
    opens: /Rename/,
    then: (page) => pressFirst(page, /^More for Performance/),
  },
  {
    name: 'group-menu',
    cast: 'grouped',
    who: LEADS,
    widths: DESKS,
    stands: 'Slow and hard',
    parts: ['desk/GroupMenu'],
    opens: /Rename|Name/,
    then: (page) => pressFirst(page, /^More for the group|^More for “Slow and hard”/),
  },
  {
    name: 'chosen',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: [],
    async then(page) {
      const cards = page.locator('main [data-card]')
      await cards.first().waitFor()
      // What chooses comes with the other parts, a little after the screen.
      await until('two are chosen', async () => {
        await page.keyboard.press('Escape')
        for (const at of [0, 2]) await cards.nth(at).click({ modifiers: ['Shift'] })
        return page.getByText('2 cards chosen').first().isVisible()
      })
    },
  },
]
