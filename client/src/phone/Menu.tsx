import { Suspense } from 'react'
import { Link } from 'wouter'
import { parkingOf } from '@plenary/shared/judge'
import { later } from '../look/later.ts'
import { LanguageSwitch } from '../look/LanguageSwitch.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useEntry, useRefusal, useView } from '../sync/hooks.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { MenuAgenda } from './MenuAgenda.tsx'
import { MenuCards } from './MenuCards.tsx'
import { MenuHands } from './MenuHands.tsx'
import { MenuPeople } from './MenuPeople.tsx'
import { MenuPrompts } from './MenuPrompts.tsx'
import { MenuRoom } from './MenuRoom.tsx'
import { MenuVote } from './MenuVote.tsx'
import { Lately } from '../seat/Lately.tsx'
import { MySeat } from '../seat/MySeat.tsx'
import { seat } from '../words/seat.ts'
import { Note } from '../look/Note.tsx'
import { NoteList } from '../discuss/NoteList.tsx'
import { MenuPart } from './MenuPart.tsx'
import { RemovedPart } from './RemovedList.tsx'
import list from '../look/List.module.css'

const words = phoneMenu

const Rehearsal = later(() => import('../setup/Rehearsal.tsx'))

/** All that is not needed every minute; the chair's part of it first. */
export default function Menu({ onClose }: { onClose: () => void }) {
  const { facts, format, sessionId, mine, phase } = useView()
  const leads = useRefusal('lead') === null
  const parking = parkingOf(format)
  const runs = facts.status === 'running'
  return (
    <Sheet title={facts.title} onClose={onClose}>
      <Lately onDone={onClose} />
      {leads && Object.values(facts.people).some((person) => person.test === true) && (
        <Suspense>
          <Rehearsal />
        </Suspense>
      )}
      {leads && phase !== null && phase.prompts.length > 0 && <MenuPrompts phase={phase} />}
      {leads && runs && <MenuCards onDone={onClose} />}
      <MenuHands />
      <MenuAgenda onDone={onClose} />
      <MenuPeople />
      {leads && runs && <MenuVote onDone={onClose} />}
      {parking !== null && runs && (
        <MenuPart title={words.parking}>
          <NoteList section={parking} actions={null} />
          <ListComposer kind="note" section={parking} />
        </MenuPart>
      )}
      {mine.cards.length > 0 && (
        <MenuPart title={words.mine}>
          <ul className={list.list}>
            {mine.cards.map((card) => (
              <MyCard key={card} id={card} />
            ))}
          </ul>
        </MenuPart>
      )}
      <RemovedPart />
      {leads && <MenuRoom onDone={onClose} />}
      <MenuPart title={seat.title}>
        <MySeat />
      </MenuPart>
      <MenuPart>
        <LanguageSwitch />
      </MenuPart>
      <MenuPart>
        <div className={list.pair}>
          {(runs || facts.status === 'closed') && (
            <Link className="button button-line" href={`/s/${sessionId}/report`}>
              {words.report}
            </Link>
          )}
          <Link className="button button-quiet" href="/">
            {words.leaveHome}
          </Link>
        </div>
      </MenuPart>
    </Sheet>
  )
}

function MyCard({ id }: { id: string }) {
  const entry = useEntry(id)
  const { facts } = useView()
  if (entry === null || entry.removed || Object.hasOwn(facts.aside, id)) return null
  return (
    <li>
      <Note>{entry.text}</Note>
    </li>
  )
}
