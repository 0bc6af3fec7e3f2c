import { Link } from 'wouter'
import { Mark } from '../look/Mark.tsx'
import { common } from '../words/common.ts'
import styles from './Entrance.module.css'

/** The mark and the name, leading home. */
export function Brand() {
  return (
    <Link href="/" className={styles.brand ?? ''}>
      <Mark size={28} />
      {common.product}
    </Link>
  )
}
