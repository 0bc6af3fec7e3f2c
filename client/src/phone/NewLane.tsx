import { useRef } from 'react'
import { NAME_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { Glyph } from '../look/Glyph.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useBegun } from '../look/useBegun.ts'
import { useClient } from '../sync/hooks.ts'
import { phoneSort } from '../words/phone-sort.ts'
import list from '../look/List.module.css'

interface NewLaneProps {
  section: string
  /** Lanes there are already; the next one gets the next glyph. */
  count: number
  label: string
  onMade: (lane: string) => void
  onClose: () => void
}

/** Asks for the name of a new lane and makes it. */
export function NewLane({ section, count, label, onMade, onClose }: NewLaneProps) {
  const client = useClient()
  const [name, setName] = useBegun(`lane/${section}`)
  const field = useRef<HTMLInputElement>(null)
  return (
    <Sheet title={phoneSort.newLaneTitle} onClose={onClose}>
      <form
        className={list.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') {
            field.current?.focus()
            return
          }
          const lane = client.add('lane', section, name.trim())
          setName('')
          onClose()
          if (lane !== null) onMade(lane)
        }}
      >
        <label className={list.stack}>
          <span className="label">{phoneSort.newLaneName}</span>
          <input
            ref={field}
            className="field"
            dir="auto"
            value={name}
            maxLength={NAME_MAX}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button kind="primary" large type="submit">
          <Glyph index={count} size={17} />
          {label}
        </Button>
      </form>
    </Sheet>
  )
}
