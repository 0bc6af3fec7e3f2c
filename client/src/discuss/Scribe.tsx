import { PenLine } from 'lucide-react'
import { peopleIn } from '../look/room.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import styles from './Scribe.module.css'

/** Who writes down what is said; whoever leads names the one. */
export function Scribe() {
  const client = useClient()
  const view = useView()
  const leads = useRefusal('lead') === null
  const people = peopleIn(view)
  const scribe = people.find((person) => person.scribe === true)
  if (!leads)
    return (
      <p className={styles.scribe}>
        {scribe !== undefined && (
          <>
            <PenLine size={15} strokeWidth={1.75} aria-hidden="true" />
            {scribe.id === view.you.id ? discuss.youScribe : discuss.writesDown(scribe.name)}
          </>
        )}
      </p>
    )
  return (
    <label className={styles.scribe}>
      <PenLine size={15} strokeWidth={1.75} aria-hidden="true" />
      <span>{discuss.scribe}</span>
      <select
        className="field"
        value={scribe?.id ?? ''}
        onChange={(event) =>
          void client.ask({ type: 'scribe.set', person: event.target.value || null })
        }
      >
        <option value="">{discuss.noScribe}</option>
        {people
          .filter((person) => person.role === 'participant')
          .map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
      </select>
    </label>
  )
}
