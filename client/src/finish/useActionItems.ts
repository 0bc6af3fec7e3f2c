import type { Entry } from '@plenary/shared/entry'
import { refusalFor } from '@plenary/shared/permission'
import { useClient, useIds, useView } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'

interface ActionItem {
  label: string
  /** What it does leaves the row standing, or not. */
  removes: boolean
  act: () => void
}

/** What can be done with an action beside its fields: how it stands, its place in the list, its end. */
export function useActionItems(entry: Entry): ActionItem[] {
  const client = useClient()
  const { you, setting } = useView()
  const siblings = useIds(entry.parent, 'action')
  const at = siblings.indexOf(entry.id)
  const may = refusalFor(you, 'add action', setting) === null
  const own = entry.by === you.id
  const mayRemove = refusalFor(you, own ? 'remove own' : 'remove others', setting) === null
  const status = entry.status ?? 'open'
  const set = (label: string, to: string): ActionItem => ({
    label,
    removes: false,
    act: () => client.setField(entry.id, 'status', to),
  })
  const move = (label: string, before: string | null, place: number): ActionItem => ({
    label,
    removes: false,
    act: () => {
      client.move(entry.id, entry.parent, before)
      client.notify({ is: 'info', message: words.movedTo(place, siblings.length) })
    },
  })
  const items: ActionItem[] = []
  if (may) {
    if (status !== 'done') items.push(set(words.setDone, 'done'))
    if (status !== 'dropped') items.push(set(words.setDropped, 'dropped'))
    if (status === 'done' || status === 'dropped') items.push(set(words.setOpen, 'open'))
    if (at > 0) items.push(move(words.up, siblings[at - 1] ?? null, at))
    if (at >= 0 && at < siblings.length - 1)
      items.push(move(words.down, siblings[at + 2] ?? null, at + 2))
  }
  if (mayRemove)
    items.push({ label: words.remove, removes: true, act: () => client.remove(entry.id) })
  return items
}
