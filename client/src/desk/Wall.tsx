/* oxlint-disable jsx-a11y/no-static-element-interactions, jsx-a11y/prefer-tag-over-role -- a press and keys on the wall are short cuts for its buttons */
import type { KeyboardEvent, MouseEvent } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { sectionOf } from '@plenary/shared/format'
import type { Point } from '@plenary/shared/wall'
import { heldOnWall, NOTE_HEIGHT, NOTE_WIDTH } from '@plenary/shared/wall'
import { Unsent } from '../look/Unsent.tsx'
import { useTargets } from '../look/useTargets.ts'
import { AddCard } from '../phone/AddCard.tsx'
import { NoCards } from '../phone/NoCards.tsx'
import { useCamera } from '../surface/useCamera.ts'
import { useClient, useLink, useUnplaced, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { wall as words } from '../words/wall.ts'
import { CarryContext } from './carry.ts'
import { ConnectChoice } from './ConnectChoice.tsx'
import { NewNote } from './NewNote.tsx'
import { RightsContext, useRights } from './rights.ts'
import { useNewNote } from './useNewNote.ts'
import { useSpots } from './useSpots.ts'
import { WallContext } from './wall-context.ts'
import { extentOf } from './wall-geometry.ts'
import { createWallHands } from './wall-hands.ts'
import { WallGroup } from './WallGroup.tsx'
import { WallGuides } from './WallGuides.tsx'
import { WallLinks } from './WallLinks.tsx'
import { WallNote } from './WallNote.tsx'
import { WallOffers } from './WallOffers.tsx'
import styles from './Wall.module.css'

/** A free wall: notes anywhere, groups of them, and connectors; placed by mouse, finger and keys. */
export default function Wall({ section }: { section: string }) {
  const client = useClient()
  const { format } = useView()
  const rights = useRights()
  const camera = useCamera()
  const ids = useUnplaced(section)
  const spots = useSpots(section)
  const targets = useTargets(section, ids)
  const lost = useLink().is === 'lost'
  const [connecting, setConnecting] = useState<string | null>(null)
  const element = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const adding = useNewNote(section, spots, element)
  const hands = useMemo(() => createWallHands(client, section), [client, section])
  useEffect(() => hands.stand(spots), [hands, spots])
  useEffect(() => {
    if (element.current === null) return undefined
    return hands.listen(element.current, camera, (text) => {
      if (said.current !== null) said.current.textContent = text
    })
  }, [camera, hands])
  const deeds = useMemo(() => ({ connect: setConnecting }), [])
  const title = sectionOf(format, section)?.title ?? ''
  const groups = targets.filter(({ grouped }) => grouped)
  const { width, height } = extentOf(spots.values())

  const cardAt = (target: EventTarget) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const card = cardAt(event.target)
    const onCard = card !== null && card === event.target
    const id = card?.dataset['card']
    const taken = hands.onKey(event.nativeEvent)
    const picks = !taken && onCard && event.key.toLowerCase() === 'm'
    if (picks && id !== undefined && rights.move && connecting === null) hands.pickUp(id)
    else if (connecting !== null && event.key === 'Escape') setConnecting(null)
    else if (connecting !== null && onCard && event.key === 'Enter' && id !== undefined)
      connectTo(id)
    else if (!taken) return
    event.preventDefault()
    event.stopPropagation()
  }
  const connectTo = (id: string) => {
    const [from, to] = [client.entry(connecting ?? ''), client.entry(id)]
    setConnecting(null)
    if (from !== null && to !== null) adding.connect(from, to)
  }
  const onClick = (event: MouseEvent) => {
    const id = cardAt(event.target)?.dataset['card']
    if (connecting === null || id === undefined) return
    event.preventDefault()
    event.stopPropagation()
    connectTo(id)
  }
  const onDoubleClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-free]') === null) return
    const { x, y }: Point = hands.toWall(event)
    adding.open(heldOnWall({ x: x - NOTE_WIDTH / 2, y: y - NOTE_HEIGHT / 2 }))
  }
  return (
    <RightsContext value={rights}>
      <CarryContext value={null}>
        <WallContext value={deeds}>
          <p id="wall-help" hidden>
            {words.help}
          </p>
          <div ref={said} className="unseen" aria-live="assertive" />
          <div className={styles.adding}>
            <AddCard section={section} />
          </div>
          {connecting !== null && (
            <ConnectChoice
              card={connecting}
              onChoose={connectTo}
              onStop={() => setConnecting(null)}
            />
          )}
          <h2 className="unseen">{title}</h2>
          <section
            className={`${styles.frame} ${camera === null ? '' : styles.onBoard}`}
            aria-label={desk.board.laneCount(title, ids.length)}
            aria-describedby="wall-help"
          >
            {ids.length === 0 && (
              <div className={styles.empty}>
                <NoCards section={section} />
              </div>
            )}
            <div
              ref={element}
              data-wall=""
              data-free=""
              className={`${styles.wall} ${connecting === null ? '' : styles.choosing}`}
              style={{ width, height }}
              onKeyDownCapture={onKeyDown}
              onClickCapture={onClick}
              onDoubleClick={onDoubleClick}
              onBlur={(event) => {
                if (hands.byKeys() && !event.currentTarget.contains(event.relatedTarget))
                  hands.putBack()
              }}
            >
              {groups.map(({ id, cards }) => (
                <WallGroup
                  key={id}
                  id={id}
                  section={section}
                  cards={cards}
                  spots={spots}
                  store={hands.store}
                />
              ))}
              <WallLinks section={section} spots={spots} store={hands.store} />
              <ul className={styles.notes} data-free="">
                {ids.map((id) => {
                  const { x, y } = spots.get(id) ?? { x: 0, y: 0 }
                  return <WallNote key={id} id={id} section={section} x={x} y={y} />
                })}
              </ul>
              {rights.move && (
                <WallOffers section={section} targets={targets} spots={spots} store={hands.store} />
              )}
              <WallGuides store={hands.store} />
              {adding.at !== null && (
                <NewNote
                  key={`${adding.at.x},${adding.at.y}`}
                  adding={adding}
                  at={adding.at}
                  section={section}
                />
              )}
            </div>
          </section>
          {lost && <Unsent parent={section} />}
          {adding.mayAdd && ids.length > 0 && <p className={styles.hint}>{words.hint}</p>}
        </WallContext>
      </CarryContext>
    </RightsContext>
  )
}
