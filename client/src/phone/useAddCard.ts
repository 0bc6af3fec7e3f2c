import { useClient, useRefusal } from '../sync/hooks.ts'

interface AddingCards {
  mayAdd: boolean
  mayCapture: boolean
  /** `aloud`: somebody said it, so it is nobody's; whoever leads without taking part adds no other cards. */
  add: (text: string, aloud: boolean) => void
}

/** Cards written openly in a section or lane; null where this person adds none. */
export function useAddCard(to: string): AddingCards | null {
  const client = useClient()
  const mayAdd = useRefusal('add card') === null
  const mayCapture = useRefusal('capture') === null
  if (!mayAdd && !mayCapture) return null
  return {
    mayAdd,
    mayCapture,
    add(text, aloud) {
      if (aloud || !mayAdd) void client.ask({ type: 'card.add', text, to, capture: true })
      else client.add('card', to, text)
    },
  }
}
