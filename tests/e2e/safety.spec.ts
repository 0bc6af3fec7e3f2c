/** Whether one's words are safe, as a person sees it: on a desk, on a phone, in two languages. */
import { CLOSE, MESSAGE, writeJson } from '@plenary/shared/frame'
import { GRACE } from '@plenary/shared/setting'
import * as decoding from 'lib0/decoding'
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, hasBanner, press, sees, shot, times, write } from './actors.ts'
import type { Seats } from './seats.ts'
import { openSeats } from './seats.ts'

let seats: Seats
beforeAll(async () => {
  seats = await openSeats()
})
afterEach(() => seats?.clear())
afterAll(() => seats?.leave())

/** Ash at a desk reads English, Bo on a phone German. */
const SAVED = { desk: 'All saved', phone: 'Alles gespeichert' }

/** The device says that its network is back, so that nobody waits for the next try. */
async function wakes({ page }: Visitor): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

const begin = () => seats.begin('two-pluses', 'list', 'Safe')

/** What interrupts whoever listens to the page. */
const alerts = ({ page }: Visitor): Promise<string[]> => page.getByRole('alert').allInnerTexts()

/** What is read to them in a pause, as the reason why nothing is saved. */
const polite = ({ page }: Visitor) => page.getByRole('status').filter({ hasText: 'Not saved' })

/** What the server does with whoever connects. */
type Mood = 'saves' | 'is gone' | 'cannot save' | 'sends away'

it('[C23] [C35] [C37] [C38] [C63] [C75] what is not saved is counted, why is told, and leaving is asked about, only then', async () => {
  const made = await begin()
  let mood: Mood = 'saves'
  const ends: (() => void)[] = []
  const between = (visitor: Visitor) =>
    visitor.page.routeWebSocket(/\/sync\//, (socket) => {
      if (mood === 'is gone') return void socket.close()
      if (mood === 'sends away')
        return void socket.close({ code: CLOSE.tooFast, reason: 'wait some minutes' })
      const up = socket.connectToServer()
      const saves = mood === 'saves'
      ends.push(() => {
        void up.close()
        void socket.close({ code: CLOSE.later, reason: 'come back' })
      })
      up.onMessage((message) => socket.send(saves ? message : unsaved(message)))
      // A room that is only read takes nothing but the greeting.
      let greetings = 2
      socket.onMessage((message) => {
        if (saves || greetings-- > 0) up.send(message)
      })
    })
  const ash = await seats.seated(made, 'Ash', { before: between })
  const bo = await seats.seated(made, 'Bo', { on: 'phone', locale: 'de-DE', before: between })
  const turn = async (next: Mood): Promise<void> => {
    mood = next
    for (const end of ends.splice(0)) end()
    for (const who of [ash, bo]) await wakes(who)
  }
  const asked: string[] = []
  ash.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await write(ash, 'Of Ash')
  await sees(bo, 'Of Ash')
  await sees(ash, 'All saved')
  await ash.page.reload()
  for (const who of [ash, bo]) {
    await sees(who, SAVED[who.on])
    await hasBanner(who)
    await who.page.clock.install()
  }
  expect(asked).toEqual([])

  await turn('is gone')
  await write(ash, 'First')
  await write(ash, 'Second')
  await write(bo, 'Drei', /^Karte/)
  for (const who of [ash, bo]) {
    await who.page.clock.fastForward(11_000)
    expect(await times(who, SAVED[who.on])).toBe(0)
  }
  await sees(ash, 'Not saved: offline, 2 changes wait on this device.')
  await sees(bo, 'Nicht gespeichert: offline, 1 Änderung wartet auf diesem Gerät.')
  expect(await alerts(ash)).toEqual(['Not saved: offline, 2 changes wait on this device.'])
  for (const who of [ash, bo]) await shot(who, 'offline')
  // Nobody is read the sentence again for every card.
  await write(ash, 'Third')
  await sees(ash, 'Not saved: offline, 3 changes wait on this device.')
  expect([await alerts(ash), await polite(ash).count()]).toEqual([[], 0])
  await ash.page.close({ runBeforeUnload: true })
  await until('Ash is asked', () => asked.length > 0)
  expect(asked).toEqual(['beforeunload'])

  await turn('cannot save')
  const banner = ash.page.getByRole('status').filter({ hasText: 'the server can’t save' })
  await banner.waitFor()
  expect(await banner.innerText()).toBe(
    'Not saved: the server can’t save at the moment, 3 changes wait on this device.',
  )
  expect(await alerts(ash)).toEqual([])
  // Who comes now has heard nothing of it yet.
  const cy = await seats.seated(made, 'Cy', { on: 'phone', before: between })
  await cy.page.getByRole('alert').first().waitFor()
  expect(await alerts(cy)).toEqual([
    'Nothing is saved now: the server can’t save at the moment. What you write is kept on this device.',
    'You can read on. When it can save again, everything is sent by itself.',
  ])
  await sees(ash, 'When it can save again, everything is sent by itself.')
  await sees(bo, 'Sobald er wieder speichert, wird alles von selbst gesendet.')
  for (const who of [ash, bo]) {
    expect(await times(who, SAVED[who.on])).toBe(0)
    await shot(who, 'read-only')
  }

  await turn('sends away')
  await sees(ash, 'Not saved: sent away for a while, 3 changes wait on this device.')
  await sees(ash, 'Leave it open: it comes back by itself within ten minutes.')
  await cy.page.reload()
  await sees(cy, 'This page was sent away for a while.')
  expect(await alerts(cy)).toEqual([
    'This page was sent away for a while.',
    'Too much came from this page at once. Leave it open: it comes back by itself within ten minutes.',
  ])
  for (const who of [ash, bo, cy]) await shot(who, 'sent-away')

  await turn('saves')
  await wakes(cy)
  await sees(cy, 'First')
  expect(await alerts(cy)).toEqual([])
  await sees(ash, 'Back. 3 changes sent.')
  expect(await times(ash, SAVED.desk)).toBe(1)
  for (const who of [ash, bo]) {
    await sees(who, SAVED[who.on])
    for (const text of ['First', 'Second', 'Third', 'Drei']) await sees(who, text)
  }

  await turn('is gone')
  await write(ash, 'Too late')
  await ash.page.clock.fastForward(11_000)
  await sees(ash, 'Not saved: offline, 1 change waits on this device.')
  await seats.lead(made, { type: 'phase.go', phase: 'vote', finish: true })
  const since = Date.now()
  await until('the grace to end', () => Date.now() > since + GRACE)
  await turn('saves')
  // Not that one change was sent: it was not taken.
  await ash.page.getByText('Back.', { exact: true }).waitFor()
  await button(ash.page, 'Close').click()
  await sees(ash, 'Too late')
}, 90_000)

/** The frame as a server sends it that cannot save. */
function unsaved(message: string | Buffer): Buffer | string {
  if (typeof message === 'string') return message
  const decoder = decoding.createDecoder(new Uint8Array(message))
  if (decoding.readVarUint(decoder) !== MESSAGE.welcome) return message
  const welcome: unknown = JSON.parse(decoding.readVarString(decoder))
  return Buffer.from(writeJson(MESSAGE.welcome, Object.assign({}, welcome, { readOnly: true })))
}

it('[C33] [C34] [C62] [C74] a tab that the phone kills leaves its words to the next one, and whoever leaves takes them along', async () => {
  const made = await begin()
  let cut = false
  const ends: (() => void)[] = []
  const bo = await seats.seated(made, 'Bo', {
    on: 'phone',
    before: ({ context }) =>
      context.routeWebSocket(/\/sync\//, (socket) => {
        if (cut) return void socket.close()
        const up = socket.connectToServer()
        ends.push(() => {
          void up.close()
          void socket.close()
        })
      }),
  })
  const kept = ({ page } = bo) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  await sees(bo, 'All saved')
  await hasBanner(bo)
  cut = true
  for (const end of ends.splice(0)) end()
  await write(bo, 'Of a killed tab')
  await bo.page.getByRole('textbox', { name: 'Add a card' }).fill('Half a th')
  await until('it is kept', async () => (await kept()).includes('Half a th'))
  expect(await kept()).toContain('Of a killed tab')
  cut = false
  // On a line that stalls the part that knows what was left does not come.
  const stalled = { ...bo, page: await bo.context.newPage() }
  await bo.page.close()
  await stalled.page.route(/safe-words-.*[.]js$/, () => {})
  await stalled.page.clock.install()
  await stalled.page.goto(`${seats.server.url}/s/${made.sessionId}`)
  await stalled.page.clock.fastForward(6_000)
  await sees(stalled, 'All saved')
  expect(await kept(stalled)).toContain('Of a killed tab')
  const next = { ...bo, page: await bo.context.newPage() }
  await stalled.page.close()
  await next.page.goto(`${seats.server.url}/s/${made.sessionId}`)
  await sees(next, 'Of a killed tab')
  await sees(next, 'All saved')
  expect(await next.page.getByRole('textbox', { name: 'Add a card' }).inputValue()).toBe(
    'Half a th',
  )
  await button(next.page, /^Menu of/).click()
  await button(next.page, 'Leave this session').click()
  await sees(next, '1 change is not saved yet and would be lost.')
  await press(next, next.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).last())
  await sees(next, 'What do you need to talk about?')
  const left = await next.page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(left).not.toMatch(/killed|Half/)
})

it('[C60] [C64] [C79] a change is said to be saved only once it is; a page that is shown again is connected at once; looking back and the report, opened directly, can say that the connection is lost when it is', async () => {
  const made = await begin()
  let cut = false
  const ends: (() => void)[] = []
  const dee = await seats.seated(made, 'Dee', {
    before: ({ page }) =>
      page.routeWebSocket(/\/sync\//, (socket) => {
        if (cut) return void socket.close()
        const up = socket.connectToServer()
        ends.push(() => {
          void up.close()
          void socket.close()
        })
      }),
  })
  for (const [path, words] of [
    ['history', 'Choose a moment to see the board as it was.'],
    ['report', 'Decisions'],
  ] as const) {
    await dee.page.goto(`${seats.server.url}/s/${made.sessionId}/${path}`)
    await sees(dee, words)
    await hasBanner(dee)
    cut = true
    for (const end of ends.splice(0)) end()
    await sees(dee, 'Reconnecting. Nothing is lost.')
    await shot(dee, `lost-${path}`)
    cut = false
  }
  await dee.page.goto(`${seats.server.url}/s/${made.sessionId}`)
  await sees(dee, 'All saved')
  await write(dee, 'The first')
  await sees(dee, 'The first')
  await hasBanner(dee)
  await sees(dee, 'All saved')
  seats.server.freeze()
  onTestFinished(() => seats.server.thaw())
  await write(dee, 'On its way')
  await sees(dee, 'Saving')
  await sees(dee, 'On its way')
  expect(await times(dee, 'All saved')).toBe(0)
  seats.server.thaw()
  await sees(dee, 'All saved')
  expect(await times(dee, 'Saving')).toBe(0)
  // Put away with its timers, as for the way back; Chromium itself keeps no page with an open socket.
  await dee.page.clock.install()
  await dee.page.clock.pauseAt(Date.now() + 1_000)
  for (const [of, sign] of [
    ['window', 'pageshow'],
    ['window', 'online'],
    ['document', 'visibilitychange'],
    ['document', 'resume'],
  ] as const) {
    for (const end of ends.splice(0)) end()
    await until(`the loss before ${sign}`, async () => (await times(dee, 'All saved')) === 0)
    await dee.page.evaluate(`${of}.dispatchEvent(new Event('${sign}'))`)
    await sees(dee, 'All saved')
  }
})
