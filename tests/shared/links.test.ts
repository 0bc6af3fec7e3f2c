import { DEVICE_KEY_LIFE, DOOR_MAX, admit, redeem } from '@plenary/shared/admission'
import { describe, expect, it } from 'vitest'
import { SCENES } from '../kit/scenes.ts'

describe('a device link', () => {
  it.each([
    [0, 'in'],
    [DEVICE_KEY_LIFE, 'in'],
    [DEVICE_KEY_LIFE + 1, 'no'],
  ])('[J23] after %i ms: %s', (later, is) => {
    const session = SCENES.write()
    const person = session.person('Ann').id
    const until = session.now() + DEVICE_KEY_LIFE
    session.happened({ is: 'key.made', hash: 'hash', key: { is: 'device', person, until } })
    const at = session.now() + later
    expect(redeem(session.state(), 'hash', undefined, 't', at, session.dice).is).toBe(is)
  })

  it('[J23] of somebody who was removed opens nothing', () => {
    const session = SCENES.write()
    const person = session.person('Ann').id
    const until = session.now() + DEVICE_KEY_LIFE
    session.happened({ is: 'key.made', hash: 'hash', key: { is: 'device', person, until } })
    session.did('Fay', { type: 'person.remove', person })
    expect(redeem(session.state(), 'hash', undefined, 't', session.now(), session.dice).is).toBe(
      'no',
    )
  })
})

describe('the limits of coming in', () => {
  const limits = { cards: 10, people: 5 }
  it('[J24] a session takes so many people, and those who were removed leave a place', () => {
    const session = SCENES.write()
    const asks = () =>
      admit(
        session.state(),
        { name: 'New', role: 'participant' },
        't',
        new Set(),
        session.dice,
        limits,
      )
    expect(asks()).toEqual({ is: 'no', reason: 'too-many-people' })
    session.did('Fay', { type: 'person.remove', person: session.person('Ann').id })
    expect(asks().is).toBe('in')
  })

  it('[J25] so many may wait at a locked door', () => {
    const session = SCENES.write()
    for (let n = 0; n < DOOR_MAX; n++) session.asksAtDoor(`Guest ${n}`)
    const more = { name: 'One more', role: 'participant' } as const
    const asked = admit(session.state(), more, 't', new Set(), session.dice, {
      cards: 1,
      people: 99,
    })
    expect(asked).toEqual({ is: 'no', reason: 'too-many-people' })
  })
})
