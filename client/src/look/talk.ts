/** Cards that do not fit where they could go, marked to be talked about. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Entry } from '@plenary/shared/entry'
import { isToTalkAbout } from '@plenary/shared/entry'
import { useClient } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { states } from '../words/states.ts'
import { useCardsIn } from './useCardsIn.ts'

/** Marks a card where it stands, or takes the mark off. */
export function markToTalk(client: SessionClient, card: Entry): void {
  const marked = isToTalkAbout(card)
  client.deed(marked ? states.talkEnd : states.talkMarked, () =>
    client.setField(card.id, 'talk', marked ? '' : card.parent),
  )
}

/** The marked cards of a section, in the order of the board. */
export function useToTalkAbout(section: string): readonly string[] {
  const client = useClient()
  const cards = useCardsIn(section)
  const subscribe = useCallback(
    (listener: () => void) => client.subscribeList(section, listener),
    [client, section],
  )
  const ids = useSyncExternalStore(subscribe, () =>
    cards
      .filter((id) => {
        const card = client.entry(id)
        return card !== null && isToTalkAbout(card)
      })
      .join(' '),
  )
  return ids === '' ? [] : ids.split(' ')
}
