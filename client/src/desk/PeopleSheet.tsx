import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Role } from '@plenary/shared/person'
import { PersonSheet } from '../chair/PersonSheet.tsx'
import { standingOf } from '../chair/standing.ts'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { peopleIn } from '../look/room.ts'
import { HostLink } from '../chair/HostLink.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { desk } from '../words/desk.ts'
import { lead } from '../words/lead.ts'
import { Switch } from './Switch.tsx'
import styles from './PeopleSheet.module.css'

const words = desk.people

/** Everybody with a seat; who leads may hand over, share the lead, remove people and lock the door. */
export function PeopleSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const view = useView()
  const leads = useRefusal('lead') === null
  const [one, setOne] = useState<string | null>(null)
  const people = peopleIn(view)
  const chosen = people.find((person) => person.id === one)
  if (chosen !== undefined) return <PersonSheet person={chosen} onClose={() => setOne(null)} />
  return (
    <Sheet title={words.title} onClose={onClose}>
      {leads && (
        <Switch
          label={words.lockDoor}
          hint={words.lockDoorHint}
          on={view.facts.locked}
          onChange={(door) => client.ask({ type: 'session.lock', door })}
        />
      )}
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            onMore={leads ? () => setOne(person.id) : undefined}
          />
        ))}
      </ul>
      {leads && <HostLink />}
    </Sheet>
  )
}

const ROLE_WORDS: Record<Role, () => string> = {
  facilitator: () => words.facilitator,
  participant: () => words.participant,
  observer: () => words.observer,
}

interface PersonRowProps {
  person: Someone
  onMore: (() => void) | undefined
}

function PersonRow({ person, onMore }: PersonRowProps) {
  const view = useView()
  const self = person.id === view.you.id
  const place = self ? words.you : view.present.has(person.id) ? words.here : words.away
  return (
    <li className={styles.person}>
      <Avatar person={person} done={view.mine.done?.includes(person.id) === true} size={34} />
      <span className={styles.name}>
        <span aria-hidden="true">{person.name}</span>
        <span className={styles.place}>{place}</span>
      </span>
      <span className={styles.place}>{standingOf(person) || ROLE_WORDS[person.role]()}</span>
      {onMore !== undefined && (
        <Button
          kind="quiet"
          icon
          aria-haspopup="dialog"
          aria-label={lead.morePerson(person.name)}
          onClick={onMore}
        >
          <Ellipsis size={18} strokeWidth={2} aria-hidden="true" />
        </Button>
      )}
    </li>
  )
}
