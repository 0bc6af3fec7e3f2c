/** Coming in: the home page, a code, the set-up before the first person is there, the lobby. */
import { LEADS, TAKES_PART } from '../casts.ts'
import type { Screen } from '../screen.ts'
import { DESKS } from '../screen.ts'

export const entrance: readonly Screen[] = [
  {
    name: 'home',
    cast: 'sort',
    who: LEADS,
    path: '/',
    stands: 'Pre-mortem',
    parts: ['entrance/Home'],
  },
  {
    name: 'join',
    cast: 'lobby',
    who: null,
    path: (here) => `/join#${here.made.joinCode}`,
    stands: 'Your name',
    parts: ['entrance/Join'],
  },
  {
    name: 'wrong-code',
    cast: 'sort',
    who: null,
    path: '/join',
    stands: 'Join with a code',
    parts: ['entrance/Join'],
    async then(page) {
      await page.getByLabel(/Join with a code/).fill('123456789')
      await page.keyboard.press('Enter')
      await page.getByText(/No open session has that code/).waitFor()
    },
    complains: true,
  },
  {
    name: 'came-late',
    cast: 'entered',
    who: null,
    path: (here) => `/join#${here.made.joinCode}`,
    stands: 'Your name',
    parts: ['seat/Latecomer'],
    async then(page, _here, width) {
      // Each of them somebody else.
      await page.getByLabel('Your name').fill(`Lu ${width}`)
      await page.getByLabel('Your name').press('Enter')
      await page.getByRole('region', { name: 'Where the room is' }).waitFor()
    },
  },
  {
    name: 'closed-late',
    cast: 'closed',
    who: null,
    stands: /closed/,
    parts: ['entrance/Join'],
  },
  {
    name: 'set-up',
    cast: 'setUp',
    who: LEADS,
    stands: 'What has failed?',
    parts: ['setup/SetUp'],
  },
  {
    name: 'set-up-rehearsal',
    cast: 'setUp',
    who: LEADS,
    stands: /This is a rehearsal/,
    parts: ['setup/Rehearsal'],
    widths: DESKS,
  },
  {
    name: 'again',
    cast: 'closed',
    who: LEADS,
    path: 'again',
    stands: 'The same set-up again',
    parts: ['setup/Again'],
  },
  {
    name: 'lobby-leads',
    cast: 'lobby',
    who: LEADS,
    stands: /Start/,
    parts: [
      'desk/DeskSession',
      'desk/Lobby',
      'phone/PhoneSession',
      'phone/Invite',
      'phone/ChairBar',
    ],
  },
  {
    name: 'lobby-waits',
    cast: 'lobby',
    who: TAKES_PART,
    stands: /Audience Builder/,
    parts: ['phone/Waiting'],
  },
  {
    name: 'nowhere',
    cast: 'sort',
    who: null,
    path: '/no/such/page',
    stands: 'There’s nothing at this address',
    parts: ['session/NotFound'],
  },
]
