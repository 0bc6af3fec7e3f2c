import { Suspense } from 'react'
import type { Section } from '@plenary/shared/format'
import { leadName } from '../look/room.ts'
import { useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { Late, ShownCard } from './card-parts.ts'
import { Columns } from './Columns.tsx'
import { Frame } from './Frame.tsx'
import { OpenChip } from './OpenChip.tsx'
import { Wall } from './wall-part.ts'
import panel from './Panel.module.css'

/** The section that is worked on, under its question. */
export function SectionInFocus({ section: { id, kind } }: { section: Section }) {
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
        <ShownCard section={id} />
      </Suspense>
      {kind === 'wall' ? (
        <Suspense>
          <Wall section={id} />
        </Suspense>
      ) : (
        <Columns section={id} />
      )}
    </Frame>
  )
}
