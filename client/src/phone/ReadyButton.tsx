import { Check } from 'lucide-react'
import { asksReady } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { phoneWrite } from '../words/phone-write.ts'

/** A toggle that says "I'm done" and locks nobody out. */
export function ReadyButton() {
  const client = useClient()
  const { mine, phase } = useView()
  const refused = useRefusal('ready')
  if (refused !== null || !asksReady(phase)) return null
  return (
    <Button
      kind="line"
      aria-pressed={mine.ready}
      onClick={() => void client.ask({ type: 'ready', on: !mine.ready })}
    >
      {mine.ready && <Check size={17} strokeWidth={2.25} aria-hidden="true" />}
      {phoneWrite.done}
    </Button>
  )
}
