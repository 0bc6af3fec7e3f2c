import type { Coming } from '@plenary/shared/admission'
import { DEVICE_KEY_LIFE, DOOR_MAX, DOOR_WAIT, admit, redeem } from '@plenary/shared/admission'
import { describe, expect, it } from 'vitest'
import type { Play } from '../kit/play.ts'
import { SCENES } from '../kit/scenes.ts'

const coming = (session: Play, later = 0, people = 200): Coming => ({
  token: 'hash of a token',
  dropped: new Set(),
  now: session.now() + later,
  dice: session.dice,
  limits: { cards: 10, people },
})

const newcomer = { name: 'New', role: 'participant' } as const

function withLink(): Play {
  const session = SCENES.write()
  const person = session.person('Ann').id
  const until = session.now() + DEVICE_KEY_LIFE
  session.happened({ is: 'key.made', hash: 'hash', key: { is: 'device', person, until } })
  return session
}

describe('a device link', () => {
  it.each([
    [0, 'in'],
    [DEVICE_KEY_LIFE, 'in'],
    [DEVICE_KEY_LIFE + 1, 'no'],
  ])('[J23] after %i ms: %s', (later, is) => {
    const session = withLink()
    expect(redeem(session.state(), 'hash', undefined, coming(session, later)).is).toBe(is)
  })

  it('[J23] of somebody who was removed opens nothing', () => {
    const session = withLink()
    session.did('Fay', { type: 'person.remove', person: session.person('Ann').id })
    expect(redeem(session.state(), 'hash', undefined, coming(session)).is).toBe('no')
  })
})

describe('the limits of coming in', () => {
  it('[J24] a session takes so many people, and those who were removed leave a place', () => {
    const session = SCENES.write()
    const asks = () => admit(session.state(), newcomer, coming(session, 0, 5))
    expect(asks()).toMatchObject({ is: 'no', reason: 'too-many-people' })
    session.did('Fay', { type: 'person.remove', person: session.person('Ann').id })
    expect(asks().is).toBe('in')
  })

  it('[J25] so many may wait at a locked door, until they have waited too long', () => {
    const session = SCENES.write()
    for (let n = 0; n < DOOR_MAX; n++) session.asksAtDoor(`Guest ${n}`)
    const asks = (later: number) => admit(session.state(), newcomer, coming(session, later))
    expect(asks(DOOR_WAIT)).toMatchObject({ is: 'no', reason: 'door-full' })
    expect(asks(DOOR_WAIT + 1).is).toBe('asked')
  })
})
