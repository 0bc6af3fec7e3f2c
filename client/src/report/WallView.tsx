import { groupName } from '../look/group-name.ts'
import { paperColour } from '../look/paper.ts'
import { someoneOf } from '../look/room.ts'
import { useTargets } from '../look/useTargets.ts'
import { useSpots } from '../desk/useSpots.ts'
import type { Spots } from '../desk/useSpots.ts'
import { extentOf, hullOf } from '../desk/wall-geometry.ts'
import { WallLinks } from '../desk/WallLinks.tsx'
import { NOTE_GAP } from '@plenary/shared/wall'
import { useClient, useEntry, useUnplaced, useView } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import wall from '../desk/Wall.module.css'
import styles from './WallView.module.css'

/** Fewer letters than this are never folded. */
const FOLDED_FROM = 80

/** A free wall as it was laid out, to look at: notes at their points, groups around them, connectors between them. */
export function WallView({ section, title }: { section: string; title: string }) {
  const ids = useUnplaced(section)
  const spots = useSpots(section)
  const targets = useTargets(section, ids)
  const { width, height } = extentOf(spots.values(), NOTE_GAP)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls is scrolled by keys too
    <div className={styles.frame} tabIndex={0} role="group" aria-label={title}>
      <div className={`${wall.wall} ${styles.wall}`} style={{ width, height }}>
        {targets.map(({ id, grouped, cards }) =>
          grouped ? <Hull key={id} id={id} cards={cards} spots={spots} /> : null,
        )}
        <WallLinks section={section} spots={spots} />
        <ul className={styles.notes}>
          {targets.flatMap(({ id, grouped, cards }) =>
            cards.map((card) => (
              <Note key={card} id={card} group={grouped ? id : null} spots={spots} />
            )),
          )}
        </ul>
      </div>
    </div>
  )
}

function Hull({ id, cards, spots }: { id: string; cards: readonly string[]; spots: Spots }) {
  const client = useClient()
  // Its name changes with its entry.
  useEntry(id)
  return (
    <div className={wall.hull} style={hullOf(cards.flatMap((card) => spots.get(card) ?? []))}>
      <p className={styles.name} dir="auto" aria-hidden="true">
        {groupName(client, id)}
      </p>
    </div>
  )
}

function Note({ id, group, spots }: { id: string; group: string | null; spots: Spots }) {
  const client = useClient()
  const view = useView()
  const entry = useEntry(id)
  const spot = spots.get(id)
  if (entry === null || entry.removed || spot === undefined) return null
  const author = view.facts.anonymous ? null : someoneOf(view, entry.by)
  return (
    <li
      className={styles.note}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its words unfold for whoever comes to it by key
      tabIndex={entry.text.length > FOLDED_FROM ? 0 : undefined}
      style={{ left: spot.x, top: spot.y, backgroundColor: paperColour(-1) }}
    >
      <p dir="auto">{entry.text}</p>
      {author !== null && <span className={styles.by}>{author.name}</span>}
      {group !== null && <span className="unseen">{words.inGroup(groupName(client, group))}</span>}
    </li>
  )
}
