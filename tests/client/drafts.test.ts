import { describe, expect, it } from 'vitest'
import type { Command } from '@plenary/shared/command'
import type { Answer } from '@plenary/shared/frame'
import type { MyDraft } from '@plenary/shared/mine'
import { REFUSALS } from '@plenary/shared/refusal'
import { DRAFT_PAUSE, createDrafts } from '@plenary/client/sync/drafts'
import type { Saying } from '@plenary/client/sync/unsaved'
import { handClock } from '../kit/hand-clock.ts'

interface Asked {
  command: Command
  answer: (answer: Partial<Answer> & { ok: boolean }) => Promise<void>
}

/** One page with drafts, and a server that answers by hand. */
function page(theirs: MyDraft[] = []) {
  const clock = handClock()
  const asked: Asked[] = []
  const told: { is: string; message: string; text?: string }[] = []
  const state = { theirs }
  const drafts = createDrafts({
    ask: (command) =>
      new Promise((settle) =>
        asked.push({
          command,
          answer: async (answer) => {
            settle({ id: '', ...answer })
            await Promise.resolve()
          },
        }),
      ),
    theirs: () => state.theirs,
    notify: (notice) => told.push(notice),
    changed: () => {},
    clock,
  })
  return { clock, asked, told, state, drafts, shown: () => drafts.shown(state.theirs) }
}

const saying = (text: string, more: Partial<Saying> = {}): Saying => ({
  id: 'd1',
  section: 'risks',
  text,
  state: 'open',
  ...more,
})
const held = (text: string, rev: number, more: Partial<MyDraft> = {}): MyDraft => ({
  id: 'd1',
  section: 'risks',
  text,
  rev,
  state: 'open',
  late: null,
  ...more,
})
const putOf = (text: string, rev: number, more = {}) => ({
  type: 'draft.put',
  draft: 'd1',
  section: 'risks',
  text,
  rev,
  state: 'open',
  ...more,
})

describe('own drafts', () => {
  it('[C12] are on the screen at once and go to the server a pause after the last key', () => {
    const { clock, asked, drafts, shown } = page()
    drafts.put(saying('I'))
    clock.advance(DRAFT_PAUSE - 1)
    drafts.put(saying('It'))
    clock.advance(DRAFT_PAUSE - 1)
    expect(asked).toEqual([])
    expect(shown()).toEqual([held('It', 0)])
    clock.advance(1)
    expect(asked.map(({ command }) => command)).toEqual([putOf('It', 1)])
  })

  it('[C12] go at once when they are done, and when everything is flushed', () => {
    const { asked, drafts } = page()
    drafts.put(saying('It failed', { state: 'done' }))
    drafts.put(saying('Another', { id: 'd2' }))
    expect(asked).toHaveLength(1)
    drafts.flush()
    expect(asked.map(({ command }) => command)).toMatchObject([
      putOf('It failed', 1, { state: 'done' }),
      putOf('Another', 1, { draft: 'd2' }),
    ])
  })

  it('[C12] are shown as written until the server says that it holds exactly that', async () => {
    const { clock, asked, drafts, state, shown } = page()
    drafts.put(saying('one'))
    clock.advance(DRAFT_PAUSE)
    drafts.put(saying('one two'))
    clock.advance(DRAFT_PAUSE)
    // One save at a time: the second waits for the answer of the first.
    expect(asked).toHaveLength(1)
    state.theirs = [held('one', 1)]
    expect(shown()).toEqual([held('one two', 1)])
    await asked[0]?.answer({ ok: true, draft: 'd1', rev: 1 })
    expect(asked[1]?.command).toEqual(putOf('one two', 2))
    state.theirs = [held('one two', 2)]
    await asked[1]?.answer({ ok: true, draft: 'd1', rev: 2 })
    expect(drafts.unsaved()).toEqual([])
    expect(shown()).toEqual([held('one two', 2)])
  })

  it('[C13] a refusal keeps the words, says why, and asks again only for other ones', async () => {
    const { clock, asked, told, drafts, shown } = page()
    drafts.put(saying('much too long'))
    clock.advance(DRAFT_PAUSE)
    const message = REFUSALS['too-long']
    await asked[0]?.answer({ ok: false, reason: 'too-long', message })
    expect(told).toEqual([{ is: 'refused', message, text: 'much too long' }])
    expect(shown()).toEqual([held('much too long', 1)])
    drafts.flush()
    clock.advance(10_000)
    expect(asked).toHaveLength(1)
    drafts.put(saying('short'))
    clock.advance(DRAFT_PAUSE)
    expect(asked[1]?.command).toEqual(putOf('short', 2))
  })

  it('[C13] what is refused as it stands does not wait, and goes out again when there is room', async () => {
    const { asked, drafts } = page([held('old', 1, { id: 'd2' })])
    drafts.put(saying('one too many'))
    drafts.flush()
    expect(drafts.waiting()).toBe(1)
    await asked[0]?.answer({ ok: false, reason: 'too-many-drafts' })
    expect(drafts.waiting()).toBe(0)
    expect(drafts.unsaved()).toMatchObject([{ text: 'one too many' }])
    drafts.remove('d2')
    await asked[1]?.answer({ ok: true })
    expect(asked[2]?.command).toEqual(putOf('one too many', 2))
    expect(drafts.waiting()).toBe(1)
  })

  it('[C13] what a closed session does not take is told of, and kept as a draft no longer', async () => {
    const { asked, told, drafts } = page()
    drafts.put(saying('too late'))
    drafts.flush()
    await asked[0]?.answer({ ok: false, reason: 'closed', message: REFUSALS.closed })
    expect(told).toEqual([{ is: 'refused', message: REFUSALS.closed, text: 'too late' }])
    expect(drafts.unsaved()).toEqual([])
  })

  it('[C13] words for a draft that was poured meanwhile come back to copy', async () => {
    const { clock, asked, told, drafts, shown } = page([held('done', 1, { state: 'done' })])
    drafts.put(saying('done, and more', { state: 'done' }))
    clock.advance(DRAFT_PAUSE)
    const message = REFUSALS['draft-poured']
    await asked[0]?.answer({ ok: false, reason: 'draft-poured', message })
    expect(told).toEqual([{ is: 'refused', message, text: 'done, and more' }])
    expect(shown()).toEqual([held('done', 1, { state: 'done' })])
  })

  it('[C14] what another device changed first is kept beside it as a second draft, and typing goes on there', async () => {
    const { clock, asked, told, drafts, state, shown } = page([held('one', 3)])
    drafts.put(saying('one, mine'))
    clock.advance(DRAFT_PAUSE)
    expect(asked[0]?.command).toEqual(putOf('one, mine', 4))
    state.theirs = [held('one, theirs', 4), held('one, mine', 4, { id: 'd2' })]
    await asked[0]?.answer({ ok: true, draft: 'd2', rev: 4, stale: true })
    await expect.poll(() => told).toEqual([{ is: 'info', message: REFUSALS['stale-draft'] }])
    expect(shown()).toEqual(state.theirs)
    drafts.put(saying('one, mine again'))
    clock.advance(DRAFT_PAUSE)
    expect(asked[1]?.command).toEqual(putOf('one, mine again', 5, { draft: 'd2' }))
  })

  it('[C12] a removed one is gone at once, and its answer brings nothing back', async () => {
    const { clock, asked, drafts, shown, state } = page([held('one', 1)])
    drafts.put(saying('one two'))
    clock.advance(DRAFT_PAUSE)
    drafts.remove('d1')
    expect(shown()).toEqual([])
    expect(asked[1]?.command).toEqual({ type: 'draft.remove', draft: 'd1' })
    await asked[0]?.answer({ ok: true, draft: 'd1', rev: 2 })
    expect(shown()).toEqual([])
    state.theirs = []
    await asked[1]?.answer({ ok: true })
    expect(shown()).toEqual([])
    expect(drafts.unsaved()).toEqual([])
  })

  it('[C12] one that never left this page is removed without asking', () => {
    const { clock, asked, drafts } = page()
    drafts.put(saying('one'))
    drafts.remove('d1')
    clock.advance(10_000)
    expect(asked).toEqual([])
  })

  it('[C14] "Add" on a draft that came late goes at once and says so', () => {
    const { asked, drafts } = page([held('late', 1, { state: 'done', late: 'asked' })])
    drafts.put(saying('late', { state: 'done', sure: true }))
    expect(asked[0]?.command).toEqual(putOf('late', 2, { state: 'done', sure: true }))
  })
})

describe('words that did not reach the server', () => {
  it('[C15] are sent with the revision they were written on', () => {
    const before = page([held('one', 3)])
    before.drafts.put(saying('one two'))
    const after = page([held('one', 3)])
    after.drafts.restore(before.drafts.unsaved())
    expect(after.asked[0]?.command).toEqual(putOf('one two', 4))
  })

  it('[C15] of two pages that are no more, one’s version is sent and the other’s is there to copy', () => {
    const { asked, told, drafts } = page()
    drafts.restore([
      { ...saying('one'), rev: 0 },
      { ...saying('other'), rev: 0 },
      { ...saying('one'), rev: 0 },
    ])
    expect(asked.map(({ command }) => command)).toEqual([putOf('one', 1)])
    expect(told).toMatchObject([{ is: 'refused', text: 'other' }])
  })

  it('[C15] are not sent again when the server has them already', () => {
    const { asked, drafts } = page([held('one two', 4)])
    drafts.restore([{ ...saying('one two'), rev: 3 }])
    expect(asked).toEqual([])
    expect(drafts.unsaved()).toEqual([])
  })
})
