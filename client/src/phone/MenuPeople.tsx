import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { peopleIn } from '../look/room.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { Part } from './Part.tsx'
import styles from './Menu.module.css'

const words = phoneMenu

/** Everybody in the session; a facilitator may hand over the lead or let somebody go. */
export function MenuPeople() {
  const view = useView()
  const leads = useRefusal('lead') === null
  const [one, setOne] = useState<string | null>(null)
  const people = peopleIn(view)
  const chosen = people.find((person) => person.id === one)
  return (
    <Part title={words.people}>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={styles.row}>
            <Avatar person={person} done={view.mine.done?.includes(person.id) ?? false} />
            <span className={`${styles.name} ${view.present.has(person.id) ? '' : styles.away}`}>
              {person.name}
            </span>
            <span className={styles.state}>{stateOf(person, view.you.id, view.present)}</span>
            {leads && person.id !== view.you.id && (
              <Button
                kind="quiet"
                icon
                aria-haspopup="dialog"
                aria-label={words.more(person.name)}
                onClick={() => setOne(person.id)}
              >
                <Ellipsis size={20} strokeWidth={2} aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen !== undefined && <PersonSheet person={chosen} onClose={() => setOne(null)} />}
    </Part>
  )
}

function stateOf(person: Someone, you: string, present: ReadonlySet<string>): string {
  return [
    person.id === you ? words.you : '',
    person.role === 'facilitator' ? words.facilitator : '',
    person.role === 'observer' ? words.observer : '',
    present.has(person.id) ? '' : words.away,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function PersonSheet({ person, onClose }: { person: Someone; onClose: () => void }) {
  const client = useClient()
  const [removing, setRemoving] = useState(false)
  const leads = person.role === 'facilitator'
  return (
    <Sheet title={removing ? words.removeTitle(person.name) : person.name} onClose={onClose}>
      {removing ? (
        <>
          <p>{words.removeBody}</p>
          <Button
            kind="strong"
            large
            onClick={() => {
              void client.ask({ type: 'person.remove', person: person.id })
              onClose()
            }}
          >
            {words.remove}
          </Button>
          <Button large onClick={onClose}>
            {common.cancel}
          </Button>
        </>
      ) : (
        <>
          <Button
            large
            onClick={() => {
              const role = leads ? 'participant' : 'facilitator'
              void client.ask({ type: 'person.role', person: person.id, role })
              onClose()
            }}
          >
            {leads ? words.makeParticipant : words.makeFacilitator}
          </Button>
          <Button large onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        </>
      )}
    </Sheet>
  )
}
