import { mineOf } from '@plenary/shared/mine'
import { expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const lateDraft = (session: Play, name: string): void =>
  void session.did(name, {
    type: 'draft.put',
    draft: `late-${name}`,
    section: 'reasons',
    text: 'A late thought',
    rev: 1,
    state: 'done',
  })
const offered = (session: Play): boolean | undefined =>
  mineOf(session.state(), session.person('Fay').id).late

it('[LD3] offers to pour late cards from three authors on, to facilitators alone', () => {
  const session = SCENES.sort()
  const seen = [offered(session)]
  for (const name of ['Ann', 'Ben', 'Cem']) {
    lateDraft(session, name)
    seen.push(offered(session))
  }
  expect(seen).toEqual([false, false, false, true])
  expect(mineOf(session.state(), session.person('Ann').id).late).toBeUndefined()
  session.did('Fay', { type: 'pour.late' })
  expect(offered(session)).toBe(false)
})
