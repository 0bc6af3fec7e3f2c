import { Lock, Move, Plus } from 'lucide-react'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { states } from '../words/states.ts'
import { Chip } from './Chip.tsx'

/** What participants may do with the cards now. */
export function OpenChip() {
  const { facts, setting } = useView()
  if (facts.solo === true) return null
  if (facts.cardsLocked)
    return (
      <Chip icon={Lock}>{states.locked(facts.people[facts.cardsLockedBy ?? '']?.name ?? '')}</Chip>
    )
  if (setting.opens.includes('move'))
    return (
      <Chip icon={Move} tone="accent">
        {desk.board.everyoneMoves}
      </Chip>
    )
  if (setting.opens.includes('add'))
    return (
      <Chip icon={Plus} tone="accent">
        {desk.board.everyoneAdds}
      </Chip>
    )
  return <Chip icon={Lock}>{desk.board.facilitatorMoves}</Chip>
}
