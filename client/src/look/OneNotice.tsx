import { useEffect, useState } from 'react'
import { X } from 'lucide-react'
import { useClient } from '../sync/hooks.ts'
import type { Notice } from '../sync/session-client.ts'
import { common } from '../words/common.ts'
import { seldom } from '../words/seldom.ts'
import { copyText } from './copy.ts'
import styles from './Toast.module.css'

/** An information goes by itself after this long. Milliseconds. */
const STAYS = 8_000

/** One thing told, with one's own words to copy or a deed to undo. */
export default function OneNotice({ notice }: { notice: Notice }) {
  const client = useClient()
  const [rests, setRests] = useState(false)
  const [copied, setCopied] = useState(false)
  const { id, is, message, text, undo } = notice
  useEffect(() => {
    if (rests || is === 'refused') return
    const timer = setTimeout(() => client.dismiss(id), STAYS)
    return () => clearTimeout(timer)
  }, [client, id, is, rests])
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setRests(true)}
      onPointerLeave={() => setRests(false)}
      onFocus={() => setRests(true)}
      onBlur={() => setRests(false)}
    >
      <span className={styles.words}>
        {message}
        {text !== undefined && text !== '' && (
          <span className={styles.own}>
            <span className="unseen">{seldom.notTaken}</span>
            <bdi>{text}</bdi>
          </span>
        )}
      </span>
      {text !== undefined && text !== '' && (
        <button
          type="button"
          className={styles.press}
          onClick={() => void copyText(text).then(setCopied)}
        >
          {copied ? seldom.copied : seldom.copy}
        </button>
      )}
      {undo !== undefined && (
        <button
          type="button"
          className={styles.press}
          onClick={() => {
            undo()
            client.dismiss(id)
          }}
        >
          {common.undo}
        </button>
      )}
      <button
        type="button"
        className={`${styles.press} ${styles.plain}`}
        aria-label={common.close}
        onClick={() => client.dismiss(id)}
      >
        <X size={17} strokeWidth={2} aria-hidden="true" />
      </button>
    </div>
  )
}
