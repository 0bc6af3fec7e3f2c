/** Forgetting a session on this device leaves nothing of it behind. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryStorage } from '../kit/client-page.ts'

const kept = (sessionId: string) => ({
  sessionId,
  token: `token of ${sessionId}`,
  participantId: 'cleo',
  role: 'participant',
  at: 1,
})
const device = memoryStorage()
const tab = memoryStorage()

beforeEach(() => {
  for (const sessionId of ['s1', 's10', 'gone']) {
    device.held.set(`plenary.unsaved.${sessionId}.token-of.page`, 'words')
    device.held.set(`plenary.aside.${sessionId}.token-of.`, 'words')
    tab.held.set(`plenary.unsaved.${sessionId}.token-of`, 'words')
    tab.held.set(`plenary.begun.${sessionId}.token-of`, 'words')
  }
  device.held.set('plenary.sessions', JSON.stringify([kept('s1'), kept('s10')]))
  device.held.set('plenary.passed.s1', '[]')
  device.held.set('other', 'kept')
  vi.stubGlobal('localStorage', device)
  vi.stubGlobal('sessionStorage', tab)
  vi.stubGlobal('window', { localStorage: device, sessionStorage: tab })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
  for (const { held } of [device, tab]) held.clear()
})

/** As a page has them whose address ends like this. */
async function load(search = '') {
  vi.stubGlobal('location', { search })
  const { forgetSession, keptSessions } = await import('@plenary/client/session/keepsake')
  const { dropUnkept } = await import('@plenary/client/entrance/drop-unkept')
  return { forgetSession, keptSessions, dropUnkept }
}
const left = () => [...device.held.keys(), ...tab.held.keys()].toSorted()

it('[C34] sessions that are forgotten, or have no seat on the device, leave no word there, and others keep theirs', async () => {
  const { forgetSession, keptSessions, dropUnkept } = await load()
  forgetSession('s1')
  dropUnkept()
  expect(keptSessions().map(({ sessionId }) => sessionId)).toEqual(['s10'])
  expect(left()).toEqual([
    'other',
    'plenary.aside.s10.token-of.',
    'plenary.begun.s10.token-of',
    'plenary.sessions',
    'plenary.unsaved.s10.token-of',
    'plenary.unsaved.s10.token-of.page',
  ])
})

it('[C34] a test seat drops nothing of whoever opened it', async () => {
  const { dropUnkept } = await load('?test')
  const before = left()
  dropUnkept()
  expect(left()).toEqual(before)
})
