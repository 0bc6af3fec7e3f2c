import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Section } from '@plenary/shared/format'
import { useKey } from '../look/useKey.ts'
import { Surface } from '../surface/Surface.tsx'
import { ZoomControls } from '../surface/ZoomControls.tsx'
import { BoardMap } from '../surface/BoardMap.tsx'
import { useCamera } from '../surface/useCamera.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { surface as words } from '../words/surface.ts'
import { BoardTools } from './BoardTools.tsx'
import { CarryContext } from './carry.ts'
import type { Carrying } from './carry.ts'
import { listenForCarryKeys } from './carry-keys.ts'
import { Cursors, DragLayer, MapDots, RestingSection } from './board-parts.ts'
import { Follow } from './Follow.tsx'
import { createHands } from './hands.ts'
import { SectionInFocus } from './SectionInFocus.tsx'
import styles from './Board.module.css'

/** Sections that hold what people wrote; the others are drawn where they are worked on. */
const DRAWN: ReadonlySet<Section['kind']> = new Set(['columns', 'wall', 'actions', 'notes'])
/** Lists stand in one column behind the sections that are wide. */
const LISTS: ReadonlySet<Section['kind']> = new Set(['actions', 'notes'])

/** Id of a section's element on the board. */
function elementOf(section: string): string {
  return `section-${section}`
}

/** All sections of the session as framed parts of one surface, the one that is worked on in focus. */
export default function Board({ section }: { section: string }) {
  const client = useClient()
  const { facts, format } = useView()
  // Where cards carry no names nobody is seen to point.
  const points = !facts.anonymous
  const said = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<HTMLDivElement | null>(null)
  const [hands] = useState(() => createHands(client))
  useEffect(() => listenForCarryKeys(hands), [hands])
  useEffect(
    () =>
      hands.hear((text) => {
        if (said.current !== null) said.current.textContent = text
      }),
    [hands],
  )
  const carrying = useMemo<Carrying>(
    () => ({
      store: hands.carry,
      pickUp: (card) => void hands.take(card, 'keys'),
      addZone: hands.zones.add,
      help: 'carry-help',
    }),
    [hands],
  )
  const drawn = useMemo(() => format.sections.filter(({ kind }) => DRAWN.has(kind)), [format])
  const places = useMemo(
    () =>
      drawn.map(({ id, title }) => ({
        id,
        name: title,
        element: elementOf(id),
        current: id === section,
      })),
    [drawn, section],
  )
  const one = (part: Section) => (
    <div key={part.id} id={elementOf(part.id)} className={styles[part.kind]}>
      {part.id === section ? <SectionInFocus section={part} /> : <RestingSection section={part} />}
    </div>
  )
  return (
    <CarryContext value={carrying}>
      <p id="carry-help" hidden>
        {desk.drag.help} {desk.board.cardHelp}
      </p>
      <p id="surface-help" hidden>
        {words.help}
      </p>
      <div ref={said} className="unseen" aria-live="assertive" />
      <div ref={setRoot} className={styles.board}>
        <Surface
          label={words.label}
          help="surface-help"
          above={
            <>
              <BoardKeys element={elementOf(section)} />
              <Follow section={section} element={elementOf(section)} />
              <div className={styles.tools}>
                <BoardMap sections={places}>
                  {(scale) =>
                    points && (
                      <Suspense>
                        <MapDots scale={scale} />
                      </Suspense>
                    )
                  }
                </BoardMap>
                <BoardTools />
                <Fit element={elementOf(section)} />
              </div>
              {root !== null && (
                <Suspense>
                  <DragLayer hands={hands} root={root} />
                </Suspense>
              )}
            </>
          }
        >
          {points && (
            <Suspense>
              <Cursors />
            </Suspense>
          )}
          <div className={styles.world}>
            {drawn.filter(({ kind }) => !LISTS.has(kind)).map(one)}
            <div className={styles.lists}>
              {drawn.filter(({ kind }) => LISTS.has(kind)).map(one)}
            </div>
          </div>
        </Surface>
      </div>
    </CarryContext>
  )
}

function useFit(element: string): () => void {
  const camera = useCamera()
  return () => {
    const found = document.getElementById(element)
    if (found !== null) camera?.fit(found)
  }
}

function Fit({ element }: { element: string }) {
  return <ZoomControls onFit={useFit(element)} />
}

/** Keys of the board itself. */
function BoardKeys({ element }: { element: string }) {
  const camera = useCamera()
  useKey('1', useFit(element))
  useKey('0', () => camera?.fitAll())
  useKey('+', () => camera?.zoomIn())
  useKey('-', () => camera?.zoomOut())
  return null
}
