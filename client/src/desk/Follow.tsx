import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createStore, useStore } from 'zustand'
import { COME_ALONG, GATHER_NOTICE } from '../chair/come-along.ts'
import { isTyping } from '../look/typing.ts'
import { Button } from '../look/Button.tsx'
import { useCamera } from '../surface/useCamera.ts'
import { shows } from '../surface/pose.ts'
import type { Pose } from '../surface/pose.ts'
import { useView } from '../sync/hooks.ts'
import { surface as words } from '../words/surface.ts'
import styles from './Board.module.css'

interface Kept {
  /** The person chose to stay where they are, whatever begins. */
  stays: boolean
  /** Where they last were, and in what. */
  pose: Pose | null
  phase: string
}

/** Where this person is on the board, kept while another page is shown. */
const kept = createStore<Kept>(() => ({ stays: false, pose: null, phase: '' }))

interface FollowProps {
  section: string
  /** Id of the element of the section that is worked on. */
  element: string
}

/** Takes the camera to the section a phase works on, with notice and a way to stay; tells who is elsewhere. */
export function Follow({ section, element }: FollowProps) {
  const camera = useCamera()
  const { facts, format, phase } = useView()
  const stays = useStore(kept, (state) => state.stays)
  const [coming, setComing] = useState<'no' | 'soon' | 'typing'>('no')
  const begun = `${section} ${facts.phase?.since ?? 0}`
  const seen = useRef('')
  /** A phase has begun elsewhere, and this person has been told. */
  const told = useRef(false)
  const fit = useCallback(
    (cut: boolean) => {
      const found = document.getElementById(element)
      if (found !== null) camera?.fit(found, cut)
    },
    [camera, element],
  )
  const go = useCallback(() => {
    told.current = false
    fit(false)
    setComing('no')
  }, [fit])
  const isElsewhere = useElsewhere(element)

  useLayoutEffect(() => {
    if (camera === null || seen.current === begun) return
    const first = seen.current === ''
    seen.current = begun
    const { pose, phase: was } = kept.getState()
    if (first && pose !== null && (was === begun || kept.getState().stays)) camera.goTo(pose)
    else if (first) fit(true)
    else if (kept.getState().stays) return
    else if (!elsewhere(camera, element)) fit(false)
    else {
      told.current = true
      setTimeout(() => setComing(isTyping() ? 'typing' : 'soon'))
    }
  }, [begun, camera, element, fit])
  useEffect(() => {
    // Whoever called everybody here has told them before; a phase that begins does so by itself, above.
    const onCall = (event: Event) => {
      event.preventDefault()
      if (!kept.getState().stays && !told.current) fit(false)
    }
    document.addEventListener(COME_ALONG, onCall)
    return () => document.removeEventListener(COME_ALONG, onCall)
  }, [fit])
  useEffect(
    () => () => {
      if (camera !== null) kept.setState({ pose: camera.pose(), phase: seen.current })
    },
    [camera],
  )
  useEffect(() => {
    if (coming === 'no') return
    if (coming === 'soon') {
      const timer = setTimeout(() => (isTyping() ? setComing('typing') : go()), GATHER_NOTICE)
      return () => clearTimeout(timer)
    }
    // The next field may have the focus only a moment later.
    const onLeave = () => void setTimeout(() => isTyping() || go())
    document.addEventListener('focusout', onLeave)
    return () => document.removeEventListener('focusout', onLeave)
  }, [coming, go])

  const title = phase?.title ?? ''
  const place = format.sections.find(({ id }) => id === section)?.title ?? ''
  const said =
    coming === 'soon'
      ? words.soon(title)
      : coming === 'typing'
        ? words.afterTyping(title)
        : stays
          ? words.staying
          : ''
  const stay = () => {
    told.current = false
    kept.setState({ stays: true })
    setComing('no')
  }
  return (
    <div className={styles.follow}>
      <output>{said !== '' && <span>{said}</span>}</output>
      {coming === 'no' && isElsewhere && (
        <Button
          kind="line"
          onClick={() => {
            kept.setState({ stays: false })
            go()
          }}
        >
          {words.back(place)}
        </Button>
      )}
      {((isElsewhere && !stays) || coming !== 'no') && (
        <Button kind="quiet" onClick={stay}>
          {words.stay}
        </Button>
      )}
    </div>
  )
}

function elsewhere(camera: NonNullable<ReturnType<typeof useCamera>>, element: string): boolean {
  const found = document.getElementById(element)
  return found !== null && !shows(camera.pose(), camera.areaOf(found), camera.window())
}

/** A camera that has not moved for so long has arrived. Milliseconds. */
const ARRIVED = 200

/** Whether little of the section that is worked on is in sight; looked at when the camera has arrived. */
function useElsewhere(element: string): boolean {
  const camera = useCamera()
  const [is, setIs] = useState(false)
  useEffect(() => {
    if (camera === null) return
    let arriving: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(arriving)
      arriving = setTimeout(() => setIs(elsewhere(camera, element)), ARRIVED)
    }
    look()
    const stop = camera.subscribe(look)
    return () => {
      stop()
      clearTimeout(arriving)
    }
  }, [camera, element])
  return is
}
