import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import { asksReady } from '@plenary/shared/format'
import { Avatar } from '../look/Avatar.tsx'
import { PersonSheet } from '../chair/PersonSheet.tsx'
import { standingOf } from '../chair/standing.ts'
import { Button } from '../look/Button.tsx'
import { peopleIn } from '../look/room.ts'
import { useRefusal, useView } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { MenuPart } from './MenuPart.tsx'
import styles from './Menu.module.css'

const words = phoneMenu
/** Up to this many people names stand at once; above it a count, and the names behind a press. */
const NAMED = 12

/** Everybody in the session; a facilitator may hand over the lead or let somebody go. */
export function MenuPeople() {
  const view = useView()
  const leads = useRefusal('lead') === null
  const [one, setOne] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const people = peopleIn(view)
  const chosen = people.find((person) => person.id === one)
  const { n = 0, of = 0 } = view.facts.live.ready ?? {}
  if (people.length > NAMED && !all)
    return (
      <MenuPart title={words.people}>
        <p className="figures">
          {[
            words.hereOf(people.filter(({ id }) => view.present.has(id)).length, people.length),
            leads && asksReady(view.phase) ? phoneWrite.doneOf(n, of) : '',
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <Button onClick={() => setAll(true)}>{words.allPeople}</Button>
      </MenuPart>
    )
  return (
    <MenuPart title={words.people}>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={styles.row}>
            <Avatar person={person} done={view.mine.done?.includes(person.id) ?? false} />
            <span
              className={`${styles.name} ${view.present.has(person.id) ? '' : styles.away}`}
              dir="auto"
            >
              {person.name}
            </span>
            <span className={styles.state}>{stateOf(person, view.you.id, view.present)}</span>
            {leads && (
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
    </MenuPart>
  )
}

function stateOf(person: Someone, you: string, present: ReadonlySet<string>): string {
  return [
    person.id === you ? words.you : '',
    standingOf(person),
    person.role === 'observer' ? words.observer : '',
    present.has(person.id) ? '' : words.away,
  ]
    .filter((part) => part !== '')
    .join(', ')
}
