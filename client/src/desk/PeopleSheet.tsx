import { useState } from 'react'
import type { Role } from '@plenary/shared/person'
import { ROLES } from '@plenary/shared/person'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { peopleIn } from '../look/room.ts'
import { HostLink } from '../look/HostLink.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { desk } from '../words/desk.ts'
import { Switch } from './Switch.tsx'
import styles from './PeopleSheet.module.css'

const words = desk.people

/** Everybody with a seat; who leads may change roles, remove people and lock the door. */
export function PeopleSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const view = useView()
  const leads = useRefusal('lead') === null
  const [leaving, setLeaving] = useState<Someone | null>(null)
  if (leaving !== null)
    return (
      <Sheet title={words.removeTitle(leaving.name)} onClose={() => setLeaving(null)}>
        <p>{words.removeBody}</p>
        <Button
          kind="strong"
          large
          onClick={() => {
            void client.ask({ type: 'person.remove', person: leaving.id })
            setLeaving(null)
          }}
        >
          {words.removeYes(leaving.name)}
        </Button>
        <Button large onClick={() => setLeaving(null)}>
          {desk.stepper.stay}
        </Button>
      </Sheet>
    )
  return (
    <Sheet title={words.title} onClose={onClose}>
      {leads && (
        <Switch
          label={words.lockDoor}
          hint={words.lockDoorHint}
          on={view.facts.locked}
          onChange={(door) => void client.ask({ type: 'session.lock', door })}
        />
      )}
      <ul className={styles.people}>
        {peopleIn(view).map((person) => (
          <PersonRow key={person.id} person={person} leads={leads} onRemove={setLeaving} />
        ))}
      </ul>
      {leads && <HostLink />}
    </Sheet>
  )
}

interface PersonRowProps {
  person: Someone
  leads: boolean
  onRemove: (person: Someone) => void
}

const ROLE_WORDS: Record<Role, string> = {
  facilitator: words.facilitator,
  participant: words.participant,
  observer: words.observer,
}

function PersonRow({ person, leads, onRemove }: PersonRowProps) {
  const client = useClient()
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
      {leads ? (
        <select
          className={`field ${styles.role}`}
          aria-label={desk.board.more(person.name)}
          value={person.role}
          onChange={(event) => {
            const role = ROLES.find((one) => one === event.target.value)
            if (role !== undefined)
              void client.ask({ type: 'person.role', person: person.id, role })
          }}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </select>
      ) : (
        <span className={styles.place}>{ROLE_WORDS[person.role]}</span>
      )}
      {leads && !self && (
        <Button
          kind="quiet"
          aria-label={words.removeYes(person.name)}
          onClick={() => onRemove(person)}
        >
          {words.remove}
        </Button>
      )}
    </li>
  )
}
