import { Suspense } from 'react'
import { Lock, Move, Plus } from 'lucide-react'
import { leadName } from '../look/room.ts'
import { useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { desk } from '../words/desk.ts'
import { states } from '../words/states.ts'
import { Late, ShownCard } from './card-parts.ts'
import { Chip } from './Chip.tsx'
import { Columns } from './Columns.tsx'
import { Frame } from './Frame.tsx'
import panel from './Panel.module.css'

/** Cards in the open: added, moved, named. */
export default function Sort({ section }: { section: string }) {
  const view = useView()
  const { facts } = view
  const nameless = facts.anonymous && facts.solo !== true
  const ledLanes = useRefusal('lanes') === 'lanes-led'
  return (
    <Frame
      chip={<OpenChip />}
      sub={
        nameless || ledLanes ? (
          <>
            {nameless && <p>{phoneWaiting.anonymous(leadName(view) || common.theFacilitator)}</p>}
            {ledLanes && <p className={panel.quiet}>{phoneSort.lanesLed}</p>}
          </>
        ) : undefined
      }
    >
      <div className={panel.own}>
        <Suspense>
          <Late />
        </Suspense>
      </div>
      <Suspense>
        <ShownCard section={section} />
      </Suspense>
      <Columns section={section} />
    </Frame>
  )
}

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
