/**
 * Every screen and state of the app, for the tour: who looks at what moment of which session, and what to do there.
 * `parts` are the modules of the client that a picture shows; a part that is in no picture fails the tour.
 */
import type { Page } from 'playwright-core'
import { until } from '../kit/until.ts'
import { must } from '@plenary/shared/must'
import { SAID, laneFor } from '../e2e/pre-mortem-data.ts'
import type { Cast } from './cast.ts'
import {
  addGroup,
  cast,
  openBoard,
  preMortem,
  roundOf,
  testSeat,
  retrospective,
  twoPluses,
} from './cast.ts'

export const WIDTHS = [1440, 900, 640, 390, 320] as const
export const THEMES = ['light', 'dark'] as const
export type Width = (typeof WIDTHS)[number]

type Desk = `desk/${string}`
type Phone = `phone/${string}`
type Part =
  | Desk
  | Phone
  | `${'chair' | 'seat' | 'entrance' | 'finish' | 'look' | 'past' | 'report' | 'room' | 'session' | 'setup'}/${string}`

export interface Screen {
  /** Names the pictures. */
  readonly name: string
  /** The session it is part of; screens of one cast share it, so they must not change it. */
  readonly cast: keyof typeof CASTS
  /** Whose browser; null: somebody without a seat. */
  readonly who: string | null | ((width: Width) => string)
  /** Below the session's address, or a whole path. */
  readonly path?: string | ((here: Cast) => string)
  /** Words that are on it when it stands. */
  readonly stands: string | RegExp
  readonly parts: readonly Part[]
  /** Only these widths; all without. */
  readonly widths?: readonly Width[]
  /** Who else is on this device. */
  readonly passes?: string
  /** Runs in the page before anything of the app does. */
  readonly first?: () => void
  /** The console complains here, as it should. */
  readonly complains?: true
  /** A sheet or a menu is open in the picture, with these words. */
  readonly opens?: string | RegExp
  /** What is done before the picture. */
  readonly then?: (page: Page, here: Cast, width: Width) => Promise<void>
}

const LONG = `What we tried, from https://example.org/notes: ${Array.from({ length: 45 }, () => 'again').join(' ')}.`

export const CASTS = {
  async setUp(base: string) {
    const here = await cast(base, {
      formatId: 'pre-mortem',
      title: 'Audience Builder',
      names: [],
      setup: {},
    })
    await here.leads({ type: 'plan.set', by: '2026-12-01', expected: 9, standin: 'Naz' })
    await testSeat(here)
    return here
  },
  lobby: (base: string) => preMortem(base, 'lobby'),
  scene: (base: string) => preMortem(base, 'scene'),
  write: (base: string) => preMortem(base, 'write'),
  sort: (base: string) => preMortem(base, 'sort'),
  estimate: (base: string) => preMortem(base, 'estimate'),
  async estimated(base: string) {
    const here = await preMortem(base, 'estimate')
    const round = await until('the round', () => roundOf(here, 'estimates'))
    await here.leads({ type: 'estimate.reveal', round })
    return here
  },
  discuss: (base: string) => preMortem(base, 'discuss'),
  actions: (base: string) => preMortem(base, 'actions'),
  async closed(base: string) {
    const here = await preMortem(base, 'actions')
    await here.leads({ type: 'notes.by', person: null, checkIns: 'Sprint retrospective' })
    await here.leads({ type: 'session.close' })
    return here
  },
  /** People come in here, one for each picture. */
  entered: (base: string) => preMortem(base, 'sort'),
  async alone(base: string) {
    const here = await cast(base, { formatId: 'pre-mortem', title: 'My move', names: [] })
    await here.leads({ type: 'session.solo' })
    await here.leads({ type: 'phase.go', phase: 'write' })
    return here
  },
  polled: (base: string) => retrospective(base, true),
  answered: (base: string) => retrospective(base, false),
  list: (base: string) => twoPluses(base, 'list'),
  async bare(base: string) {
    const here = await cast(base, { formatId: 'two-pluses', title: 'Sprint 14', names: ['Cai'] })
    await here.leads({ type: 'phase.go', phase: 'list' })
    return here
  },
  async long(base: string) {
    const here = await twoPluses(base, 'list')
    await here.asks(TAKES_PART, { type: 'card.add', text: LONG, to: 'topics' })
    return here
  },
  async over(base: string) {
    const here = await preMortem(base, 'sort')
    await here.leads({ type: 'timer.add', minutes: -600 })
    return here
  },
  gather: (base: string) => preMortem(base, 'write'),
  vote: (base: string) => twoPluses(base, 'vote'),
  tallied: (base: string) => twoPluses(base, 'tallied'),
  wall: (base: string) => openBoard(base, 'board'),
  wallVote: (base: string) => openBoard(base, 'vote'),
  async wallClosed(base: string) {
    const here = await openBoard(base, 'board')
    await here.leads({ type: 'session.close' })
    return here
  },
  async late(base: string) {
    const here = await preMortem(base, 'sort')
    await here.asks('Ash', {
      type: 'draft.put',
      draft: 'late',
      section: 'reasons',
      text: 'Nobody asked the support desk',
      rev: 1,
      state: 'open',
    })
    return here
  },
  async vacant(base: string) {
    const here = await preMortem(base, 'sort')
    here.eyes.provider.disconnect()
    return here
  },
  async grouped(base: string) {
    const here = await preMortem(base, 'sort')
    const group = addGroup(here, 'Slow and hard', 'reasons')
    const [shown = '', aside = ''] = SAID.filter((text) => laneFor(text) !== 'Performance')
    for (const text of SAID.filter((one) => laneFor(one) === 'Performance'))
      must(here.eyes.cardBy(text), text).card.set('group', group)
    await here.leads({ type: 'card.aside', card: must(here.eyes.cardBy(aside), aside).id })
    await here.leads({ type: 'card.show', card: must(here.eyes.cardBy(shown), shown).id })
    return here
  },
  async talk(base: string) {
    const here = await preMortem(base, 'sort')
    const [placed = '', , , , , , , unplaced = ''] = SAID
    const lane = must(here.eyes.cardBy(laneFor(placed)), laneFor(placed)).id
    must(here.eyes.cardBy(placed), placed).card.set('talk', lane)
    must(here.eyes.cardBy(unplaced), unplaced).card.set('talk', 'reasons')
    return here
  },
  async locked(base: string) {
    const here = await preMortem(base, 'sort')
    await here.leads({ type: 'session.lock', door: true, cards: true })
    return here
  },
} satisfies Record<string, (base: string) => Promise<Cast>>

async function pressFirst(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

/** What stands at the foot of the console, which is low on a tablet. */
async function pressInConsole(page: Page, name: RegExp): Promise<void> {
  const raise = page.getByRole('button', { name: 'Raise the console' })
  const wanted = page.getByRole('button', { name }).first()
  await raise.or(wanted).first().waitFor()
  if (await raise.isVisible()) await raise.click()
  await wanted.click()
}

/** Runs in the page: the first socket lives long enough for the screen to stand, and no other one. */
function loseSocket(): void {
  let sockets = 0
  const Real = window.WebSocket
  Reflect.set(
    window,
    'WebSocket',
    class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols)
        setTimeout(() => this.close(), ++sockets === 1 ? 3_000 : 0)
      }
    },
  )
}

/** Adds a card while the connection is lost; on a phone it is dealt cards until it asks to see all. */
async function writeUnsent(page: Page): Promise<void> {
  const all = page.getByRole('button', { name: 'See all' })
  if (await all.isVisible()) await all.click()
  const box = page.getByRole('textbox', { name: 'Add a card' }).first()
  await box.fill('Pages lag at two million rows')
  await box.press('Enter')
  await page.getByText('waiting', { exact: true }).first().waitFor()
}

/** Nobody can be removed twice. */
const removed = (width: Width): string =>
  ({ 1440: 'Jay', 900: 'Reuben', 640: 'Anita', 390: 'Pepe', 320: 'Kav' })[width]

const LEADS = 'Doris'
const TAKES_PART = 'Naz'
const DESKS: readonly Width[] = [1440, 900]
const PHONES: readonly Width[] = [640, 390, 320]

export const SCREENS: readonly Screen[] = [
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
    name: 'scene-leads',
    cast: 'scene',
    who: LEADS,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Brief', 'phone/Brief'],
  },
  {
    name: 'write-leads',
    cast: 'write',
    who: LEADS,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Write', 'look/BlameHint', 'phone/DraftList', 'phone/Write'],
  },
  {
    name: 'write',
    cast: 'write',
    who: TAKES_PART,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Write', 'phone/Write'],
  },
  {
    name: 'write-draft',
    cast: 'write',
    who: 'Ash',
    widths: PHONES,
    stands: 'Our project has failed. What happened?',
    parts: ['phone/DraftText', 'phone/DraftSheet'],
    async then(page) {
      await page
        .getByRole('button', { name: /^More for/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'write-paste',
    cast: 'write',
    who: 'Cai',
    stands: 'Our project has failed. What happened?',
    parts: ['look/ManyLines'],
    async then(page) {
      const box = page.getByRole('textbox', { name: /Write a card/ }).first()
      await box.focus()
      await page.evaluate(() => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(
          'text/plain',
          'The vendor goes away\nNobody owns it\nThe data is late',
        )
        const pasted = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        })
        document.activeElement?.dispatchEvent(pasted)
      })
      await page.getByRole('button', { name: /Add 3 cards/ }).waitFor()
    },
  },
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
    name: 'covered',
    cast: 'write',
    who: 'Kav',
    passes: 'Naz',
    stands: /Hidden/,
    parts: ['session/SharedDevice'],
  },
  {
    name: 'passed',
    cast: 'write',
    who: 'Kav',
    passes: 'Naz',
    stands: /Hidden/,
    parts: ['seat/PassStrip'],
    async then(page) {
      await pressFirst(page, /Kav/)
      await page.getByText('Our project has failed. What happened?').first().waitFor()
    },
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
    name: 'room',
    cast: 'sort',
    who: LEADS,
    path: 'room',
    widths: DESKS,
    stands: /Where does/,
    parts: ['room/RoomScreen'],
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
    name: 'lost',
    cast: 'sort',
    who: 'Pepe',
    stands: 'Reconnecting',
    parts: ['look/LinkBanner'],
    first: loseSocket,
    complains: true,
  },
  {
    name: 'lost-unsent',
    cast: 'sort',
    who: 'Reuben',
    stands: 'Reconnecting',
    parts: [],
    first: loseSocket,
    complains: true,
    then: writeUnsent,
  },
  {
    name: 'lost-waiting',
    cast: 'list',
    who: 'Ash',
    stands: 'Reconnecting',
    parts: [],
    first: loseSocket,
    complains: true,
    then: writeUnsent,
  },
  {
    name: 'loading',
    cast: 'sort',
    who: 'Pepe',
    stands: 'The server isn’t answering yet',
    parts: [],
    first: () => {
      const real = window.fetch.bind(window)
      Reflect.set(window, 'fetch', (url: string, options?: RequestInit) =>
        url.includes('/seats') ? new Promise(() => {}) : real(url, options),
      )
    },
  },
  {
    name: 'empty',
    cast: 'bare',
    who: 'Cai',
    stands: 'No cards yet.',
    parts: ['look/Empty'],
  },
  {
    name: 'empty-paste',
    cast: 'bare',
    who: 'Cai',
    stands: 'No cards yet.',
    parts: ['look/Empty'],
    async then(page) {
      await pressFirst(page, /^Paste a list$/)
      await page.getByLabel('Your list').fill('- Deploys\n- On-call\n- Reviews')
      await page.getByRole('button', { name: 'Add 3 cards' }).waitFor()
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
    name: 'gathered',
    cast: 'gather',
    who: 'Jay',
    stands: 'Our project has failed. What happened?',
    parts: [],
    async then(page, here) {
      // Whoever writes comes along when the field is left, so this stands for as long as the picture takes.
      await page
        .getByRole('textbox', { name: /Write a card/ })
        .first()
        .focus()
      await here.leads({ type: 'gather' })
      await page.getByRole('button', { name: 'Stay here' }).waitFor()
    },
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
    name: 'closed-late',
    cast: 'closed',
    who: null,
    stands: /closed/,
    parts: ['entrance/Join'],
  },
  {
    name: 'chair-empty',
    cast: 'vacant',
    who: 'Cai',
    stands: /connection dropped/,
    parts: ['chair/ChairNotice', 'chair/RoomWatch'],
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
    name: 'long-card',
    cast: 'long',
    who: TAKES_PART,
    stands: 'Show all',
    parts: [],
  },
  {
    name: 'paste-on-board',
    cast: 'bare',
    who: 'Cai',
    widths: DESKS,
    stands: 'No cards yet.',
    parts: ['desk/CardHands'],
    opens: 'Deploys',
    async then(page) {
      await page.locator('main h1').focus()
      const preview = page.getByRole('button', { name: 'Add 2 cards' })
      // The part that hears it is fetched behind the first screen.
      await until('the preview', async () => {
        await page.evaluate(() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', '- Deploys\n- Reviews')
          const paste = { clipboardData, bubbles: true, cancelable: true }
          document.body.dispatchEvent(new ClipboardEvent('paste', paste))
        })
        return preview.isVisible()
      })
    },
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
    name: 'nowhere',
    cast: 'sort',
    who: null,
    path: '/no/such/page',
    stands: 'There’s nothing at this address',
    parts: ['session/NotFound'],
  },
  {
    name: 'fault',
    cast: 'sort',
    who: TAKES_PART,
    stands: 'That didn’t work',
    parts: ['session/FaultDetails'],
    first: () => {
      const real = window.matchMedia.bind(window)
      let asked = 0
      Reflect.set(window, 'matchMedia', (query: string) => {
        // The first question chooses what is loaded; the next one draws.
        if (++asked > 1) throw new Error('The page cannot be drawn')
        return real(query)
      })
      const ask = window.fetch.bind(window)
      // A part that fails too asks for a fresh page, which must not come under the picture.
      Reflect.set(window, 'fetch', (what: string, how?: RequestInit) =>
        what === '/readyz' ? Promise.reject(new Error('Away')) : ask(what, how),
      )
    },
    complains: true,
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
    name: 'write-solo',
    cast: 'alone',
    who: LEADS,
    stands: 'Nobody else is here.',
    parts: [],
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
    name: 'topics',
    cast: 'list',
    who: 'Cai',
    stands: 'What should we talk about?',
    parts: ['desk/Cursors', 'phone/OpenCards'],
  },
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
      // Greyed, and pressed all the same: that is when it says why.
      await page.getByRole('button', { name: /^Add a dot to Docs/ }).click({ force: true })
      await page.getByText(/Take a dot back/).waitFor()
    },
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
    name: 'tally',
    cast: 'tallied',
    who: 'Ash',
    stands: 'Which topics matter most to you?',
    parts: ['desk/Vote', 'phone/Vote'],
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
  {
    name: 'removed',
    cast: 'scene',
    who: removed,
    stands: 'Our project has failed. What happened?',
    parts: ['session/Ended'],
    async then(page, here, width) {
      const person = here.person(removed(width)).joined.participantId
      await here.leads({ type: 'person.remove', person })
      await page
        .getByText('Our project has failed. What happened?')
        .first()
        .waitFor({ state: 'detached' })
    },
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
]

/** Light at one width and dark at the next, the other way round on the next screen. */
export function themeFor(screen: Screen, width: Width): (typeof THEMES)[number] {
  const turn = SCREENS.indexOf(screen) + WIDTHS.indexOf(width)
  return turn % 2 === 0 ? 'light' : 'dark'
}
