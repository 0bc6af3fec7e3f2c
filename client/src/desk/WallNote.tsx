import { memo, useSyncExternalStore } from 'react'
import { groupOf } from '@plenary/shared/group'
import { groupName } from '../look/group-name.ts'
import { linksOf } from '../look/links.ts'
import { shorten } from '../look/shorten.ts'
import { useClient, useEntry, useIds } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import { Card } from './Card.tsx'
import styles from './Wall.module.css'

interface WallNoteProps {
  id: string
  section: string
  x: number
  y: number
}

/** A card at its point of the wall. */
export const WallNote = memo(function WallNote({ id, section, x, y }: WallNoteProps) {
  const about = useAbout(id, section)
  return (
    <li data-note={id} className={styles.note} style={{ left: x, top: y }}>
      <Card id={id} section={section} lane={-1} place={about} />
    </li>
  )
})

/** What a screen reader is told of it beside its words: its group, and what it is connected to. */
function useAbout(id: string, section: string): string {
  const client = useClient()
  const entry = useEntry(id)
  const links = useIds(section, 'link')
  return useSyncExternalStore(
    (listener) => {
      const ends = links.flatMap((link) => {
        const { from = '', to = '' } = client.entry(link) ?? {}
        return from === id ? [to] : to === id ? [from] : []
      })
      const stops = [...ends, ...links, entry?.group ?? ''].map((one) =>
        client.subscribeEntry(one, listener),
      )
      return () => stops.forEach((stop) => stop())
    },
    () => {
      if (entry === null) return ''
      const group = groupOf(client, entry)
      const names = linksOf(client, entry).map(({ other }) => shorten(other.text))
      return [
        group === null ? '' : words.inGroup(groupName(client, group)),
        names.length === 0 ? '' : words.connected(names.join(', ')),
      ]
        .filter((part) => part !== '')
        .join(', ')
    },
  )
}
