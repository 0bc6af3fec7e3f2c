import { Button } from '../look/Button.tsx'
import { useClient } from '../sync/hooks.ts'
import type { Someone } from '../sync/session-client.ts'
import { seat as words } from '../words/seat.ts'

/** For whoever leads, beside the raised hand of somebody who watches: one press, and they take part. */
export function TakePart({ person }: { person: Someone }) {
  const client = useClient()
  const { id, name, role } = person
  if (role !== 'observer') return null
  return (
    <Button
      kind="primary"
      aria-label={words.letPartName(name)}
      onClick={() => {
        void client.ask({ type: 'person.role', person: id, role: 'participant' })
        void client.ask({ type: 'hand.lower', person: id })
      }}
    >
      {words.letPart}
    </Button>
  )
}
