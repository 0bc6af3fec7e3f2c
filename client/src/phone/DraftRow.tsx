import { useEffect, useRef, useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { Note } from './Note.tsx'
import { shorten } from './shorten.ts'
import editor from './Editor.module.css'

const words = phoneWrite

/** One's own draft: read, reworded in place, finished or removed. */
export function DraftRow({ draft }: { draft: MyDraft }) {
  const client = useClient()
  const [is, setIs] = useState<'read' | 'menu' | 'edit'>('read')
  const { id, section, text, state } = draft
  const put = (next: string, as: 'open' | 'done') =>
    client.putDraft({ id, section, text: next, state: as })
  if (is === 'edit')
    return (
      <Note writing>
        <DraftText
          text={text}
          onText={(next) => put(next, 'open')}
          onDone={(next) => {
            if (next.trim() === '') client.removeDraft(id)
            else put(next.trim(), 'done')
            setIs('read')
          }}
        />
      </Note>
    )
  return (
    <>
      <Note
        meta={state === 'open' ? words.unfinished : undefined}
        more={{ label: words.more(shorten(text)), open: () => setIs('menu') }}
      >
        {text}
      </Note>
      {is === 'menu' && (
        <Sheet title={shorten(text)} onClose={() => setIs('read')}>
          {state === 'open' && (
            <Button
              kind="primary"
              large
              onClick={() => {
                put(text, 'done')
                setIs('read')
              }}
            >
              {words.finish}
            </Button>
          )}
          <Button large onClick={() => setIs('edit')}>
            {words.edit}
          </Button>
          <Button
            large
            onClick={() => {
              client.removeDraft(id)
              setIs('read')
            }}
          >
            {common.remove}
          </Button>
        </Sheet>
      )}
    </>
  )
}

interface DraftTextProps {
  text: string
  onText: (text: string) => void
  onDone: (text: string) => void
}

/** A draft has one writer, so its words are this field's own while it is open. */
function DraftText({ text, onText, onDone }: DraftTextProps) {
  const [typed, setTyped] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  return (
    <textarea
      ref={area}
      className={editor.text}
      aria-label={words.editing}
      value={typed}
      maxLength={CARD_TEXT_MAX}
      rows={1}
      onChange={(event) => {
        setTyped(event.target.value)
        if (event.target.value.trim() !== '') onText(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
          event.preventDefault()
          event.currentTarget.blur()
        }
      }}
      onBlur={() => onDone(typed)}
    />
  )
}
