/* oxlint-disable jsx-a11y/no-static-element-interactions -- Esc is a short cut for leaving the field */
import { useRef } from 'react'
import { useEffect } from 'react'
import type { Point } from '@plenary/shared/wall'
import { Composer } from '../look/Composer.tsx'
import { wall as words } from '../words/wall.ts'
import type { AddingNotes } from './useNewNote.ts'
import styles from './Wall.module.css'

interface NewNoteProps {
  at: Point
  section: string
  adding: AddingNotes
}

/** A note that is being written where it will stand. Enter puts it there and begins the next one beside it. */
export function NewNote({ at, section, adding }: NewNoteProps) {
  const box = useRef<HTMLDivElement>(null)
  const text = useRef('')
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  return (
    <div
      ref={box}
      className={styles.writing}
      style={{ left: at.x, top: at.y }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        adding.close()
        document.querySelector<HTMLElement>('main h1')?.focus()
      }}
      onBlur={(event) => {
        const leaves = !event.currentTarget.contains(event.relatedTarget)
        if (leaves && text.current.trim() === '') adding.close()
      }}
    >
      <Composer
        label={words.addHere}
        sendLabel={words.add}
        keepAs={`note/${section}`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to write one
        autoFocus
        onText={(now) => (text.current = now)}
        onSubmit={(said) => {
          text.current = ''
          adding.add(said)
        }}
      />
    </div>
  )
}
