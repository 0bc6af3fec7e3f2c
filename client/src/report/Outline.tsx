import { useEffect, useRef, useState } from 'react'
import { List } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { Popover } from '../desk/Popover.tsx'
import { report as words } from '../words/report.ts'
import type { PartOf } from './parts.ts'
import styles from './Outline.module.css'

/** A part is being read once its heading has come this near to the top. px */
const READ_AT = 140

/** The parts of the document beside it; the one being read is marked. */
export function Outline({ parts }: { parts: readonly PartOf[] }) {
  return (
    <nav className={styles.outline} aria-labelledby="on-this-page">
      <p id="on-this-page" className={styles.title}>
        {words.onThisPage}
      </p>
      <Links parts={parts} />
    </nav>
  )
}

/** The same as a menu, where there is no room beside the document. */
export function OutlineMenu({ parts }: { parts: readonly PartOf[] }) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <div>
      <Button ref={opener} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <List size={17} strokeWidth={1.75} aria-hidden="true" />
        {words.onThisPage}
      </Button>
      {open && (
        <Popover label={words.onThisPage} anchor={opener} onClose={() => setOpen(false)}>
          <Links parts={parts} onGo={() => setOpen(false)} />
        </Popover>
      )}
    </div>
  )
}

function Links({ parts, onGo }: { parts: readonly PartOf[]; onGo?: () => void }) {
  const read = useRead(parts)
  return (
    <ul>
      {parts.map(({ id, title, count }) => (
        <li key={id}>
          <a
            className={styles.link}
            href={`#${id}`}
            aria-current={id === read ? 'location' : undefined}
            onClick={(event) => {
              // The address keeps what it says; only the page moves.
              event.preventDefault()
              onGo?.()
              const heading = document.getElementById(id)
              heading?.scrollIntoView({ block: 'start' })
              heading?.focus({ preventScroll: true })
            }}
          >
            <span>{title}</span>
            {count !== null && <span className={`figures ${styles.count}`}>{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The part whose heading was passed last; at the very end of the page the last one. */
function useRead(parts: readonly PartOf[]): string {
  const [read, setRead] = useState(parts[0]?.id ?? '')
  useEffect(() => {
    const look = () => {
      const { scrollTop, clientHeight, scrollHeight } = document.documentElement
      const passed = parts.filter(({ id }) => {
        const heading = document.getElementById(id)
        return heading !== null && heading.getBoundingClientRect().top <= READ_AT
      })
      const atEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2
      setRead((atEnd ? parts.at(-1) : (passed.at(-1) ?? parts[0]))?.id ?? '')
    }
    look()
    document.addEventListener('scroll', look, { passive: true })
    return () => document.removeEventListener('scroll', look)
  }, [parts])
  return read
}
