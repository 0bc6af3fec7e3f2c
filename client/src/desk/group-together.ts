/** A group made of what lies together on a wall. */
import type { Entry } from '@plenary/shared/entry'
import { nameFor } from '@plenary/shared/group'
import { NAME_MAX } from '@plenary/shared/kinds'
import type { SessionClient } from '../sync/session-client.ts'
import { groups as words } from '../words/groups.ts'

/** Cards that lie together become a group; where they lie is left as it is. */
export function groupTogether(
  client: SessionClient,
  cards: readonly Entry[],
  section: string,
): void {
  const name = nameFor(
    cards.map(({ text }) => text),
    NAME_MAX,
  )
  client.deed(words.made(name), () => {
    const group = client.add('group', section, name)
    if (group === null) return
    for (const { id } of cards) client.setField(id, 'group', group)
  })
}
