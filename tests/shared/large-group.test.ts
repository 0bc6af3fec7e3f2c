import { judge } from '@plenary/shared/judge'
import { refusalFor } from '@plenary/shared/permission'
import { GROUP_LARGE } from '@plenary/shared/person'
import { settingFor } from '@plenary/shared/setting'
import { describe, expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { formatNamed, play } from '../kit/play.ts'

/** So many take part, whoever leads included, and sort. */
function sorting(people: number): Play {
  const participants = Array.from({ length: people - 1 }, (_, n) => `P${n + 1}`)
  const session = play({ format: formatNamed('pre-mortem'), participants })
  session.did('Fay', { type: 'phase.go', phase: 'sort' })
  return session
}

const refused = (session: Play, name: string, deed: 'lanes' | 'move') =>
  refusalFor(session.person(name), deed, settingFor(session.state()))

function adds(session: Play, name: string) {
  const state = session.state()
  return judge(
    {
      is: 'add',
      id: 'new'.padEnd(22, '-'),
      kind: 'lane',
      fields: { place: 'reasons/a9' },
      text: 'Mine',
    },
    {
      person: session.person(name),
      format: state.format,
      anonymous: state.anonymous,
      setting: settingFor(state),
      grace: null,
      board: session.board,
      isAuthor: () => false,
      isTaken: () => false,
      isAside: () => false,
      cardsMax: 100,
    },
  )
}

describe('a large group', () => {
  it('[WS17] everybody makes categories up to twelve people', () => {
    const session = sorting(GROUP_LARGE)
    expect(refused(session, 'P1', 'lanes')).toBeNull()
    expect(adds(session, 'P1')).toBeNull()
  })

  it('[WS17] above that only facilitators make and remove them, and everybody moves cards', () => {
    const session = sorting(GROUP_LARGE + 1)
    const lane = session.lanes()[0]?.id ?? ''
    expect(refused(session, 'P1', 'lanes')).toBe('lanes-led')
    expect(adds(session, 'P1')).toBe('lanes-led')
    expect(session.does('P1', { type: 'lane.remove', lane })).toMatchObject({ reason: 'lanes-led' })
    expect(refused(session, 'P1', 'move')).toBeNull()
    expect(adds(session, 'Fay')).toBeNull()
    expect(session.does('Fay', { type: 'lane.remove', lane }).ok).toBe(true)
  })

  it('[WS17] who was removed or watches makes a group no larger', () => {
    const session = sorting(GROUP_LARGE + 1)
    session.did('Fay', { type: 'person.role', person: session.person('P2').id, role: 'observer' })
    expect(refused(session, 'P1', 'lanes')).toBeNull()
  })
})
