import { useEffect, useState } from 'react'
import { createHere } from './keep-here.ts'
import { Cover } from './Cover.tsx'
import { forgetSession, keepSession } from './keepsake.ts'
import type { Passed } from './passed.ts'
import { keepPassed, passedIn } from './passed.ts'
import { Seated } from './Seated.tsx'

export interface SharedDeviceProps {
  sessionId: string
  /** Whoever has just passed it for the first time, else true. */
  from: Passed | true
}

/**
 * One device, several people: one of them sees their screen, or the cover hides all of them. Whoever is covered has
 * no document, no socket that hears and no word on the page; a silent connection keeps them counted as here. A page
 * that is loaded anew begins covered, whoever was looking.
 */
export default function SharedDevice({ sessionId, from }: SharedDeviceProps) {
  const [people, setPeople] = useState(() => (from === true ? passedIn(sessionId) : [from]))
  const [active, setActive] = useState<string | null>(null)
  const [given, setGiven] = useState(from === true ? null : from.participantId)
  const [here] = useState(() => createHere(sessionId))
  useEffect(() => () => here.stop(), [here])
  useEffect(() => {
    if (from !== true) keepPassed(sessionId, [from])
  }, [sessionId, from])
  useEffect(() => {
    here.keep(
      people.filter(({ participantId }) => participantId !== active).map(({ token }) => token),
    )
  }, [here, people, active])
  const change = (next: Passed[]) => {
    keepPassed(sessionId, next)
    setPeople(next)
  }
  /** One person is left on it, or nobody: the page begins anew, as that of a device that is not shared. */
  const end = () => {
    keepPassed(sessionId, [])
    location.reload()
  }
  const shown = people.find(({ participantId }) => participantId === active)
  if (shown === undefined)
    return (
      <Cover
        sessionId={sessionId}
        people={people}
        given={given}
        onShow={(participantId) => {
          setActive(participantId)
          if (people.length < 2) end()
        }}
        onJoined={(person) => {
          change([...people.filter((one) => one.participantId !== person.participantId), person])
          setActive(person.participantId)
        }}
      />
    )
  const leave = () => {
    const left = people.filter((one) => one !== shown)
    const [first] = left
    // The device stays that of somebody who is still on it.
    forgetSession(sessionId)
    if (first !== undefined) {
      const { participantId, token } = first
      keepSession({ sessionId, participantId, token, role: 'participant' })
    }
    setActive(null)
    if (left.length > 1) change(left)
    else end()
  }
  const pass = (name: string) => {
    const renamed = people.map((one) => (one === shown ? { ...one, name } : one))
    change(renamed)
    setGiven(shown.participantId)
    setActive(null)
  }
  return (
    <Seated
      key={shown.token}
      sessionId={sessionId}
      seat={{ token: shown.token, shared: true, pass }}
      onLost={leave}
    />
  )
}
