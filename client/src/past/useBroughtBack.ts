import { useEffect, useMemo, useRef } from 'react'
import { readBroughtBack } from '@plenary/shared/history-point'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { past as words } from '../words/past.ts'
import { nameOf } from './name.ts'

/** Older than this it is no news for somebody who has just come in. Milliseconds. */
const FRESH = 10_000

/** Tells everybody when the board went back, and offers whoever leads the way back again. */
export function useBroughtBack(): void {
  const client = useClient()
  const { facts, you } = useView()
  const leads = useRefusal('lead') === null
  const back = useMemo(() => readBroughtBack(facts.broughtBack), [facts.broughtBack])
  const told = useRef(0)
  const name = facts.people[back?.by ?? '']?.name ?? common.someone
  useEffect(() => {
    if (back === null || back.at <= told.current) return
    told.current = back.at
    if (client.now() - back.at >= FRESH) return
    const what = nameOf(back.to)
    const message = back.by === you.id ? words.youBrought(what) : words.brought(name, what)
    const undo = () => void client.ask({ type: 'history.restore', point: back.before })
    client.notify({ is: 'info', message, ...(leads ? { undo } : {}) })
  }, [back, client, leads, name, you.id])
}
