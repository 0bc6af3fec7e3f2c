import { useId, useState } from 'react'
import { hands } from '../words/hands.ts'
import { linkParts } from './linked.ts'
import styles from './RichWords.module.css'

export interface RichWordsProps {
  text: string
  className?: string | undefined
  /** Folded until somebody wants all of it. */
  long: boolean
}

/** Words with addresses to follow, which learn nothing of where they were pressed; a long text shows its beginning. */
export default function RichWords({ text, className = '', long }: RichWordsProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <p id={id} className={`${className} ${long && !open ? styles.folded : ''}`} dir="auto">
        {linkParts(text).map(({ text: words, href }, index) =>
          href === undefined ? (
            words
          ) : (
            <a
              // oxlint-disable-next-line react/no-array-index-key -- the same address may stand there twice
              key={index}
              className={styles.link}
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              onDoubleClick={(event) => event.stopPropagation()}
            >
              {words}
            </a>
          ),
        )}
      </p>
      {long && (
        <button
          type="button"
          className={styles.all}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? hands.showLess : hands.showAll}
        </button>
      )}
    </>
  )
}
