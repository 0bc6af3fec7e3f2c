import { Suspense, useRef, useState } from 'react'
import { later } from '../look/later.ts'
import { useKey } from '../look/useKey.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'

const KeySheet = later(async () => ({ default: (await import('../desk/KeySheet.tsx')).KeySheet }))

const CLOCK = { idle: 'timer.start', running: 'timer.pause', paused: 'timer.resume' } as const

/** Keys of the narrow layout, for a window beside a call: the same as on the board, as far as there is what they do. */
export default function Keys() {
  const leads = useRefusal('lead') === null
  const [lists, setLists] = useState(false)
  useKey('?', () => setLists(true))
  useKey('q', () => focus('main h1'))
  useKey('n', () => focus('textarea'))
  return (
    <>
      {leads && <LeadKeys />}
      {lists && (
        <Suspense>
          <KeySheet narrow onClose={() => setLists(false)} />
        </Suspense>
      )}
    </>
  )
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function LeadKeys() {
  const client = useClient()
  const { facts, phase } = useView()
  const next = useRef({ phase: '', at: 0 })
  useKey('t', () => void client.ask({ type: CLOCK[facts.timer.is] }))
  useKey('T', () => void client.ask({ type: 'timer.add', minutes: 1 }))
  // There is no room for words to read aloud all the time; they come when they are asked for, to this screen alone.
  useKey('p', () => {
    if (phase === null) return
    const sayings = [phase.question, ...phase.prompts]
    const at = next.current.phase === phase.id ? next.current.at : 0
    next.current = { phase: phase.id, at: (at + 1) % sayings.length }
    for (const { id, is } of client.notices()) if (is === 'info') client.dismiss(id)
    client.notify({ is: 'info', message: sayings[at] ?? '' })
  })
  return null
}
