import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { readGather } from '@plenary/shared/chair'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import { isTyping } from '../look/typing.ts'
import { GATHER_NOTICE, comeAlong } from './come-along.ts'
import styles from './GatherNotice.module.css'

/** Older than this it is no news for somebody who has just come in. Milliseconds. */
const FRESH = 10_000

/** `soon`: the notice stands; `typing`: as soon as the field is left. */
type Coming = 'no' | 'soon' | 'typing'

/** Brings this person to where the session is: with a notice and a way to stay, and never out of a sentence. */
export function GatherNotice() {
  const client = useClient()
  const { facts, sessionId, you } = useView()
  const [, navigate] = useLocation()
  const [coming, setComing] = useState<Coming>('no')
  const { phase } = facts
  const gather = useMemo(() => readGather(facts.gather), [facts.gather])
  const called = gather !== null && gather.by !== you.id ? gather.at : null
  const entered = phase?.since
  const before = useRef(entered)
  const arrive = useCallback(() => {
    if (isTyping()) return setComing('typing')
    setComing('no')
    comeAlong(() => navigate(`/s/${sessionId}`))
  }, [navigate, sessionId])

  useEffect(() => {
    if (called === null || client.now() - called >= FRESH) return
    const timer = setTimeout(() => setComing('soon'))
    return () => clearTimeout(timer)
  }, [called, client])
  useEffect(() => {
    if (before.current === entered) return
    before.current = entered
    // A phase that begins brings everybody there at once.
    arrive()
  }, [arrive, entered])
  useEffect(() => {
    if (coming === 'soon') {
      const timer = setTimeout(arrive, GATHER_NOTICE)
      return () => clearTimeout(timer)
    }
    if (coming === 'no') return
    // The next field may have the focus only a moment later.
    const onLeave = () => void setTimeout(arrive)
    document.addEventListener('focusout', onLeave)
    return () => document.removeEventListener('focusout', onLeave)
  }, [arrive, coming])

  const name = facts.people[gather?.by ?? '']?.name ?? words.theLead
  return (
    <div className={styles.place}>
      <output>
        {coming !== 'no' && (
          <span className={styles.words}>
            {coming === 'soon' ? words.bringing(name) : words.afterTyping}
          </span>
        )}
      </output>
      {coming !== 'no' && (
        <Button kind="line" onClick={() => setComing('no')}>
          {words.stayHere}
        </Button>
      )}
    </div>
  )
}
