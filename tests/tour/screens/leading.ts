/** Leading: the console with its sheets, the room screen, keys, the clock at zero, an empty chair. */
import { until } from '../../kit/until.ts'
import { LEADS, TAKES_PART } from '../casts.ts'
import { pressFirst, pressInConsole } from '../deeds.ts'
import type { Screen } from '../screen.ts'
import { DESKS, PHONES } from '../screen.ts'

export const leading: readonly Screen[] = [
  {
    name: 'room',
    cast: 'sort',
    who: LEADS,
    path: 'room',
    widths: DESKS,
    stands: /Where does/,
    parts: ['room/RoomScreen'],
  },
  {
    name: 'keys',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/KeySheet'],
    opens: 'Single keys act',
    then: (page) => page.keyboard.press('?'),
  },
  {
    name: 'beside-a-call-keys',
    cast: 'sort',
    who: LEADS,
    widths: [640],
    stands: /Where does/,
    parts: ['phone/Keys'],
    async then(page) {
      const list = page.getByRole('dialog')
      // The keys come with the other parts, a little after the screen.
      await until('the list of keys', async () => {
        if (!(await list.isVisible())) await page.keyboard.press('?')
        return list.isVisible()
      })
    },
  },
  {
    name: 'menu-leads',
    cast: 'sort',
    who: LEADS,
    widths: PHONES,
    stands: /Where does/,
    parts: ['phone/Menu'],
    async then(page) {
      await page.getByRole('button', { name: /^Menu of/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'agenda-sheet',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/AgendaSheet'],
    opens: 'Agenda',
    then: (page) => pressInConsole(page, /^Agenda$/),
  },
  {
    name: 'step-preview',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/StepMenu'],
    then: (page) => pressFirst(page, /^Estimate, 4 of 6/),
  },
  {
    name: 'step-menu',
    cast: 'estimate',
    who: LEADS,
    widths: [900],
    stands: /How likely/,
    parts: ['desk/StepMenu'],
    then: (page) => pressFirst(page, /^2 steps before/),
  },
  {
    name: 'console-folded',
    cast: 'sort',
    who: LEADS,
    widths: [1440],
    stands: /Where does/,
    parts: [],
    then: (page) => pressFirst(page, /^Fold the console/),
  },
  {
    name: 'invite-sheet',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/InviteSheet'],
    then: (page) => pressFirst(page, /^How to join/),
  },
  {
    name: 'people-sheet',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/PeopleSheet'],
    opens: 'Anita',
    then: (page) => pressInConsole(page, /^People/),
  },
  {
    name: 'parking-sheet',
    cast: 'discuss',
    who: LEADS,
    widths: DESKS,
    stands: /What could we have done/,
    parts: ['desk/ParkingSheet'],
    opens: /Hold that thought|Parking lot/,
    then: (page) => pressInConsole(page, /^Parking lot/),
  },
  {
    name: 'room-sheet',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/RoomSheet'],
    opens: 'Copy the host link',
    then: (page) => pressFirst(page, /^More for this session/),
  },
  {
    name: 'you',
    cast: 'sort',
    who: TAKES_PART,
    widths: DESKS,
    stands: /Where does/,
    parts: ['desk/YouSheet'],
    opens: 'Use another device',
    then: (page) => pressFirst(page, new RegExp(TAKES_PART)),
  },
  {
    name: 'notice',
    cast: 'sort',
    who: LEADS,
    widths: DESKS,
    stands: /Where does/,
    parts: ['look/OneNotice'],
    async then(page) {
      await pressFirst(page, /^How to join/)
      await pressFirst(page, /^Copy the join link/)
    },
  },
  {
    name: 'time-up-leads',
    cast: 'over',
    who: LEADS,
    stands: /Time’s up[,.]/,
    parts: [],
  },
  {
    name: 'time-up',
    cast: 'over',
    who: TAKES_PART,
    stands: 'Time’s up. Finish your sentence.',
    parts: [],
  },
  {
    name: 'chair-empty',
    cast: 'vacant',
    who: 'Cai',
    stands: /connection dropped/,
    parts: ['chair/ChairNotice', 'chair/RoomWatch'],
  },
]
