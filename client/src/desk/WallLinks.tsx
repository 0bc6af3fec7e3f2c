/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- what a press on a line opens stands in the menus of its notes too */
import { useCallback, useState, useSyncExternalStore } from 'react'
import type { StoreApi } from 'zustand'
import { NAME_MAX } from '@plenary/shared/kinds'
import { CardText } from '../look/CardText.tsx'
import { linksIn } from '../look/links.ts'
import { shorten } from '../look/shorten.ts'
import { useClient, useIds, useRefusal } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import { seenAt, useInHand } from './useInHand.ts'
import type { Spots } from './useSpots.ts'
import { lineBetween } from './wall-geometry.ts'
import type { InHand } from './wall-hands.ts'
import styles from './WallLinks.module.css'

interface WallLinksProps {
  section: string
  spots: Spots
  store?: StoreApi<InHand>
}

/** The connectors as lines behind the notes; a press on one opens what can be done with it. */
export function WallLinks({ section, spots, store }: WallLinksProps) {
  const client = useClient()
  const ids = useIds(section, 'link')
  const mayMove = useRefusal('move') === null && store !== undefined
  const [chosen, setChosen] = useState<string | null>(null)
  const [naming, setNaming] = useState(false)
  const links = useLinks(section, ids)
  const hand = useInHand(store ?? NOBODY, (id) =>
    links.some(({ from, to }) => from.id === id || to.id === id),
  )
  const drawn = links.flatMap(({ id, text, from, to }) => {
    const [a, b] = [seenAt(from.id, spots, hand), seenAt(to.id, spots, hand)]
    const line = a === undefined || b === undefined ? null : lineBetween(a, b)
    return line === null ? [] : [{ id, text, from, to, line }]
  })
  const open = drawn.find(({ id }) => id === chosen)
  const close = () => {
    setChosen(null)
    setNaming(false)
  }
  return (
    <>
      <svg className={styles.lines} aria-hidden="true">
        <defs>
          <marker
            id="wall-arrow"
            viewBox="0 0 10 10"
            refX={8}
            refY={5}
            markerWidth={7}
            markerHeight={7}
            orient="auto-start-reverse"
          >
            <path d="M0 1 9 5 0 9z" className={styles.arrow} />
          </marker>
        </defs>
        {drawn.map(({ id, line: { from, to } }) => (
          <g key={id} data-link={id} className={id === chosen ? styles.chosen : undefined}>
            <line
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              className={styles.line}
              markerEnd="url(#wall-arrow)"
            />
            {mayMove && (
              <line
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                className={styles.press}
                onClick={() => setChosen(id)}
              />
            )}
          </g>
        ))}
      </svg>
      {drawn.map(({ id, text, line: { from, to } }) =>
        text === '' || id === open?.id ? null : (
          <span
            key={id}
            className={styles.label}
            style={{ left: (from.x + to.x) / 2, top: (from.y + to.y) / 2 }}
            dir="auto"
          >
            {text}
          </span>
        ),
      )}
      {open !== undefined && (
        <div
          className={styles.tools}
          role="group"
          aria-label={words.line(shorten(open.from.text), shorten(open.to.text))}
          style={{
            left: (open.line.from.x + open.line.to.x) / 2,
            top: (open.line.from.y + open.line.to.y) / 2,
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) close()
          }}
        >
          {naming ? (
            <CardText id={open.id} label={words.lineName} max={NAME_MAX} onDone={close} />
          ) : (
            <>
              <button
                type="button"
                className="button button-quiet"
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just pressed the line
                autoFocus
                onClick={() => setNaming(true)}
              >
                {words.lineAdd}
              </button>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => {
                  close()
                  client.remove(open.id)
                }}
              >
                {words.lineRemove}
              </button>
            </>
          )}
        </div>
      )}
    </>
  )
}

const NOBODY = {
  subscribe: () => () => undefined,
  getState: (): InHand => STILL,
  getInitialState: (): InHand => STILL,
  setState: () => undefined,
}
const STILL: InHand = { ids: [], by: { x: 0, y: 0 }, guides: { x: null, y: null } }

/** Drawn again when a connector or one of its cards changes. */
function useLinks(section: string, ids: readonly string[]) {
  const client = useClient()
  const subscribe = useCallback(
    (listener: () => void) => {
      const all = ids.flatMap((id) => {
        const { from = '', to = '' } = client.entry(id) ?? {}
        return [id, from, to]
      })
      const stops = [...new Set(all)].map((id) => client.subscribeEntry(id, listener))
      return () => stops.forEach((stop) => stop())
    },
    [client, ids],
  )
  useSyncExternalStore(subscribe, () =>
    linksIn(client, section)
      .map(({ id, text }) => `${id}${text}`)
      .join(),
  )
  return linksIn(client, section)
}
