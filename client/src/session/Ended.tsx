import { CloudOff, FileX, LogOut, RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import type { LinkState } from '../sync/session-client.ts'
import { ended as words } from '../words/ended.ts'
import { Plain } from './Plain.tsx'
import styles from './Shell.module.css'

type Why = Extract<LinkState, { is: 'ended' }>['why']

export interface EndedProps extends Omit<Extract<LinkState, { is: 'ended' }>, 'is'> {
  /** The seat on this device is of no more use; the door is shown again. */
  onLost: () => void
}

const PICTURES: Record<Why, typeof LogOut> = {
  removed: LogOut,
  token: LogOut,
  'not-found': CloudOff,
  version: RefreshCw,
  refused: Unplug,
  damaged: FileX,
}

/** Why there is no session on this page any more, what became of one's words, and a way on. */
export default function Ended({ why, unsaved, onLost }: EndedProps) {
  const { title, body } = words.why[why]
  const Picture = PICTURES[why]
  return (
    <Plain picture={<Picture size={32} strokeWidth={1.75} aria-hidden="true" />} title={title}>
      <p className={styles.told}>{body}</p>
      <div className={styles.ways}>
        {why === 'version' || why === 'refused' || why === 'damaged' ? (
          <Button kind="primary" large onClick={() => location.reload()}>
            {words.reload}
          </Button>
        ) : (
          why !== 'not-found' && (
            <Button large onClick={onLost}>
              {why === 'removed' ? words.comeBack : words.join}
            </Button>
          )
        )}
        <Link className="button button-quiet button-large" href="/">
          {words.home}
        </Link>
      </div>
      {unsaved.length > 0 && <OwnWords texts={unsaved} />}
    </Plain>
  )
}

/** Texts that are nowhere but on this device. */
function OwnWords({ texts }: { texts: readonly string[] }) {
  return (
    <section className={styles.unsaved}>
      <h2>{words.unsavedTitle(texts.length)}</h2>
      <p className={styles.told}>{words.unsavedBody}</p>
      <ul>
        {texts.map((text) => (
          <li key={text} className={styles.word}>
            <span dir="auto">{text}</span>
            <CopyButton text={text} name={words.copy} />
          </li>
        ))}
      </ul>
      {texts.length > 1 && <CopyButton text={texts.join('\n\n')} name={words.copyAll} />}
    </section>
  )
}

function CopyButton({ text, name }: { text: string; name: string }) {
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'failed'>('not yet')
  const copy = async () => setCopied((await copyText(text)) ? 'yes' : 'failed')
  return (
    <>
      <Button onClick={() => void copy()}>{copied === 'yes' ? words.copied : name}</Button>
      <output className="unseen">
        {copied === 'yes' ? words.copied : copied === 'failed' ? words.copyFailed : ''}
      </output>
    </>
  )
}
