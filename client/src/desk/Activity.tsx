import { useState } from 'react'
import { closedHere, dotRoundOf } from '../look/rounds.ts'
import { useView } from '../sync/hooks.ts'
import { useLooking } from './looking.ts'
import {
  Actions,
  Board,
  Brief,
  Closed,
  Discuss,
  Estimate,
  Lobby,
  SetUp,
  Vote,
  Write,
} from './later.ts'

/** Picks the section to show by what the phase does, never by its format. */
export function Activity() {
  const { facts, phase, you } = useView()
  const [seen, setSeen] = useState('')
  const looks = useLooking()
  if (facts.status === 'closed' || facts.status === 'paused') return <Closed />
  if (facts.status === 'setup' && you.role === 'facilitator') return <SetUp opens />
  if (facts.status === 'setup' || facts.status === 'lobby' || phase === null) return <Lobby />
  // A vote may be opened in any phase; then it is what happens.
  const round = dotRoundOf(facts)
  if (round?.round.is === 'open' && !looks)
    return <Vote key={phase.id} section={round.round.section} />
  if (!looks && round !== null && round.id !== seen && closedHere(round, facts, phase.activity))
    return <Vote key={phase.id} section={round.round.section} onBack={() => setSeen(round.id)} />
  if (looks) return <Board key="board" section={phase.section} />
  switch (phase.activity) {
    case 'brief':
      return <Brief key={phase.id} />
    case 'write':
      return <Write key={phase.id} section={phase.section} />
    case 'sort':
      return <Board key="board" section={phase.section} />
    case 'vote':
      return <Vote key={phase.id} section={phase.section} />
    case 'estimate':
      return <Estimate key={phase.id} />
    case 'discuss':
      return <Discuss key={phase.id} />
    case 'actions':
      return <Actions key={phase.id} />
  }
}
