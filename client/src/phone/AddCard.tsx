import { Composer } from '../look/Composer.tsx'
import { useClient, useRefusal } from '../sync/hooks.ts'
import { phoneList } from '../words/phone-list.ts'

/** Writes openly; who leads without taking part types what somebody said aloud. Nothing where neither is open. */
export function AddCard({ section }: { section: string }) {
  const client = useClient()
  const mayAdd = useRefusal('add card') === null
  const mayCapture = useRefusal('capture') === null
  if (!mayAdd && !mayCapture) return null
  const add = (text: string) => {
    if (mayAdd) client.add('card', section, text)
    else void client.ask({ type: 'card.add', text, to: section, capture: true })
  }
  return (
    <Composer
      label={mayAdd ? phoneList.composer : phoneList.capture}
      keepAs={`card/${section}`}
      onSubmit={add}
      onMany={(lines) => lines.forEach(add)}
    />
  )
}
