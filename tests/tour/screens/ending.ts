/** Talking and ending: topics, actions, the close, the report, looking back. */
import { LEADS, TAKES_PART } from '../casts.ts'
import { pressFirst } from '../deeds.ts'
import type { Screen } from '../screen.ts'

export const ending: readonly Screen[] = [
  {
    name: 'discuss-leads',
    cast: 'discuss',
    who: LEADS,
    stands: 'What could we have done to avoid or mitigate the failure?',
    parts: ['desk/Discuss', 'desk/TopicsPanel', 'phone/Discuss'],
  },
  {
    name: 'discuss',
    cast: 'discuss',
    who: 'Cai',
    stands: 'What could we have done to avoid or mitigate the failure?',
    parts: ['desk/Discuss', 'phone/Discuss'],
  },
  {
    name: 'actions-leads',
    cast: 'actions',
    who: LEADS,
    stands: 'Interview three client teams',
    parts: ['desk/Actions', 'phone/Actions'],
  },
  {
    name: 'actions',
    cast: 'actions',
    who: TAKES_PART,
    stands: 'Interview three client teams',
    parts: ['desk/Actions', 'phone/Actions'],
  },
  {
    name: 'close-sheet',
    cast: 'actions',
    who: LEADS,
    stands: 'Interview three client teams',
    parts: ['finish/CloseSheet'],
    async then(page) {
      await pressFirst(page, /^Close/)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'closed-leads',
    cast: 'closed',
    who: LEADS,
    stands: /report/i,
    parts: ['desk/Closed', 'phone/Closed'],
  },
  {
    name: 'delete-sheet',
    cast: 'closed',
    who: LEADS,
    stands: /report/i,
    parts: ['finish/DeleteSheet'],
    opens: /for good/,
    async then(page) {
      await pressFirst(page, /^Delete the session/)
    },
  },
  {
    name: 'closed',
    cast: 'closed',
    who: TAKES_PART,
    stands: /report/i,
    parts: ['phone/Closed'],
  },
  {
    name: 'looking-back',
    cast: 'actions',
    who: LEADS,
    path: 'history',
    stands: /End of/,
    parts: ['past/HistoryPage'],
    async then(page) {
      await page.getByRole('link', { name: /End of “Estimate/ }).click()
      await page.getByRole('heading', { name: /as it was/ }).waitFor()
    },
  },
  {
    name: 'bringing-back',
    cast: 'actions',
    who: LEADS,
    path: 'history',
    stands: /End of/,
    parts: ['past/HistoryPage'],
    opens: 'Bring the board back?',
    async then(page) {
      await page.getByRole('link', { name: /End of “Write/ }).click()
      await page.getByRole('button', { name: 'Bring this back' }).click()
    },
  },
  {
    name: 'report',
    cast: 'closed',
    who: LEADS,
    path: 'report',
    stands: 'Interview three client teams',
    parts: ['report/ReportPage'],
  },
]
