import { Link } from 'wouter'
import { nowhere as words } from '../words/nowhere.ts'
import { Plain } from './Plain.tsx'
import styles from './Shell.module.css'

/** An address of this server that leads nowhere. */
export default function NotFound() {
  return (
    <Plain picture={<Empty />} title={words.title}>
      <p className={styles.told}>{words.body}</p>
      <div className={styles.ways}>
        <Link className="button button-line button-large" href="/">
          {words.home}
        </Link>
        <Link className="button button-quiet button-large" href="/join">
          {words.join}
        </Link>
      </div>
    </Plain>
  )
}

/** A card under an arc of empty seats. */
function Empty() {
  return (
    <svg width="96" height="56" viewBox="0 0 96 56" fill="none" aria-hidden="true">
      <path
        d="M6 54a42 42 0 0 1 84 0"
        stroke="var(--line-strong)"
        strokeWidth="1.5"
        strokeDasharray="5 5"
      />
      <rect
        x="34"
        y="28"
        width="28"
        height="26"
        rx="3"
        fill="var(--note-butter)"
        transform="rotate(-4 48 41)"
      />
    </svg>
  )
}
