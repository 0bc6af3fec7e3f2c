import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import type { LinkState } from '../sync/session-client.ts'
import { ended as words } from '../words/ended.ts'
import styles from './Shell.module.css'

export interface EndedProps extends Omit<Extract<LinkState, { is: 'ended' }>, 'is'> {
  /** The seat on this device is of no more use; the door is shown again. */
  onLost: () => void
}

/** Why there is no session on this page any more, what became of one's words, and a way on. */
export default function Ended({ why, unsaved, onLost }: EndedProps) {
  const { title, body } = words.why[why]
  return (
    <main className={styles.ended}>
      <h1 className={`voice ${styles.title}`}>{title}</h1>
      <p>{body}</p>
      {unsaved.length > 0 && <UnsavedWords texts={unsaved} />}
      <div className={styles.ways}>
        {why === 'version' || why === 'refused' ? (
          <Button kind="primary" large onClick={() => location.reload()}>
            {words.reload}
          </Button>
        ) : (
          why !== 'not-found' && (
            <Button kind="primary" large onClick={onLost}>
              {words.join}
            </Button>
          )
        )}
        <Link className="button button-quiet" href="/">
          {words.home}
        </Link>
      </div>
    </main>
  )
}

/** Texts that are nowhere but on this page. */
function UnsavedWords({ texts }: { texts: readonly string[] }) {
  return (
    <section className={styles.unsaved}>
      <h2>{words.unsavedTitle(texts.length)}</h2>
      <p>{words.unsavedBody}</p>
      <ul>
        {texts.map((text) => (
          <li key={text} className={styles.word}>
            <span>{text}</span>
            <CopyButton text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <Button kind="line" onClick={() => void copyText(text).then(setCopied)}>
      {copied ? words.copied : words.copy}
    </Button>
  )
}
