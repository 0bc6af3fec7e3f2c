import { useState } from 'react'
import type { Phase } from '@plenary/shared/format'
import { AgendaEdit } from '../chair/AgendaEdit.tsx'
import { Schedule } from '../chair/Schedule.tsx'
import { Button } from '../look/Button.tsx'
import { Confirm } from '../look/Confirm.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { lead } from '../words/lead.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { Agenda } from './Agenda.tsx'
import { MenuPart } from './MenuPart.tsx'

const words = phoneMenu

/** The phases; a facilitator may move everyone to any of them, back and forth. */
export function MenuAgenda({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts } = useView()
  const leads = useRefusal('lead') === null && facts.status === 'running'
  const [edits, setEdits] = useState(false)
  const [to, setTo] = useState<Phase | null>(null)
  return (
    <MenuPart title={words.agenda}>
      {leads && <Schedule />}
      <Agenda onGo={leads ? setTo : undefined} />
      {leads && <Button onClick={() => setEdits(true)}>{lead.editAgenda}</Button>}
      {edits && (
        <Sheet title={words.agenda} onClose={() => setEdits(false)}>
          <AgendaEdit />
        </Sheet>
      )}
      {to !== null && (
        <Confirm
          title={words.goToTitle(to.title)}
          body={words.goToBody}
          yes={words.goToYes}
          no={words.stay}
          onNo={() => setTo(null)}
          onYes={() => {
            void client.ask({ type: 'phase.go', phase: to.id })
            setTo(null)
            onDone()
          }}
        />
      )}
    </MenuPart>
  )
}
