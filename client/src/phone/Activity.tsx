import { useState } from 'react'
import { useIds, useView } from '../sync/hooks.ts'
import { closedHere, dotRoundOf } from '../look/rounds.ts'
import { Actions, Brief, Discuss, Estimate, OpenCards, Sort, Vote, Write } from './later.ts'

/** Picks the screen by what the phase does, never by its format. */
export function Activity() {
  const { facts, phase } = useView()
  const lanes = useIds(phase?.section ?? '', 'lane')
  const [seen, setSeen] = useState('')
  if (phase === null) return null
  // A vote may be opened in any phase; then it is what happens, and its result until one goes back.
  const found = dotRoundOf(facts)
  const open = found?.round.is === 'open'
  if (open || phase.activity === 'vote')
    return <Vote key={phase.id} section={open ? found.round.section : phase.section} />
  if (found !== null && found.id !== seen && closedHere(found, facts, phase.activity))
    return <Vote key={phase.id} section={found.round.section} onBack={() => setSeen(found.id)} />
  switch (phase.activity) {
    case 'brief':
      return <Brief key={phase.id} />
    case 'write':
      return <Write key={phase.id} section={phase.section} />
    case 'sort':
      return lanes.length > 0 || phase.opens.includes('lanes') ? (
        <Sort key={phase.id} section={phase.section} />
      ) : (
        <OpenCards key={phase.id} section={phase.section} />
      )
    case 'estimate':
      return <Estimate key={phase.id} />
    case 'discuss':
      return <Discuss key={phase.id} />
    case 'actions':
      return <Actions key={phase.id} />
  }
}
