import { useState } from 'react'
import { handRefusal } from '@plenary/shared/chair'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import type { Command } from '@plenary/shared/command'
import type { Someone } from '../sync/session-client.ts'
import { seldom } from '../words/seldom.ts'
import { lead as words } from '../words/lead.ts'

/** What whoever leads can do for one person: hand over, share the lead, name who stands in, change what they do. */
export function PersonSheet({ person, onClose }: { person: Someone; onClose: () => void }) {
  const client = useClient()
  const { you, facts, present } = useView()
  const isHere = [...present].some((one) => facts.people[one]?.lead === true)
  const [asking, setAsking] = useState<'remove' | 'hand' | null>(null)
  const { id, name, role } = person
  const self = id === you.id
  const give = (command: Command) => {
    void client.ask(command)
    onClose()
  }
  if (asking !== null)
    return (
      <Sheet
        title={asking === 'remove' ? words.removeTitle(name) : words.handTitle(name)}
        onClose={onClose}
      >
        <p>{asking === 'remove' ? words.removeBody : words.handBody(name)}</p>
        <Button
          kind={asking === 'remove' ? 'strong' : 'primary'}
          large
          onClick={() =>
            give(
              asking === 'remove'
                ? { type: 'person.remove', person: id }
                : { type: 'chair.hand', person: id },
            )
          }
        >
          {asking === 'remove' ? words.removeYes(name) : words.hand}
        </Button>
        <Button large onClick={onClose}>
          {seldom.cancel}
        </Button>
      </Sheet>
    )
  return (
    <Sheet title={name} onClose={onClose}>
      {person.lead !== true && handRefusal(you, isHere) === null && (
        <Button large onClick={() => setAsking('hand')}>
          {self ? words.takeBack : words.hand}
        </Button>
      )}
      {role !== 'facilitator' && (
        <>
          <Button large onClick={() => give({ type: 'chair.share', person: id })}>
            {words.share}
          </Button>
          <Button
            large
            aria-pressed={person.standin === true}
            onClick={() =>
              give({ type: 'chair.standin', person: person.standin === true ? null : id })
            }
          >
            {words.standin}
          </Button>
          <p>{words.standinHint}</p>
        </>
      )}
      {role === 'participant' && (
        <Button
          large
          aria-pressed={person.scribe === true}
          onClick={() => give({ type: 'scribe.set', person: person.scribe === true ? null : id })}
        >
          {words.scribe}
        </Button>
      )}
      {role !== 'participant' && (
        <Button
          large
          onClick={() => give({ type: 'person.role', person: id, role: 'participant' })}
        >
          {words.makeParticipant}
        </Button>
      )}
      {role !== 'observer' && (
        <Button large onClick={() => give({ type: 'person.role', person: id, role: 'observer' })}>
          {words.makeObserver}
        </Button>
      )}
      {!self && (
        <Button large onClick={() => setAsking('remove')}>
          {words.removeYes(name)}
        </Button>
      )}
    </Sheet>
  )
}
