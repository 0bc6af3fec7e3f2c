import { seldom } from '../words/seldom.ts'
import { Button } from './Button.tsx'
import styles from './Composer.module.css'

export interface ManyLinesProps {
  lines: readonly string[]
  onMany: () => void
  onOne: () => void
}

/** Several lines were pasted: one card each, or one card of them all. */
export default function ManyLines({ lines, onMany, onOne }: ManyLinesProps) {
  return (
    <fieldset className={styles.many} aria-label={seldom.manyLines(lines.length)}>
      <ul className={styles.preview}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines may be equal and never move
          <li key={index}>{line}</li>
        ))}
      </ul>
      <Button kind="primary" onClick={onMany}>
        {seldom.addMany(lines.length)}
      </Button>
      <Button kind="quiet" onClick={onOne}>
        {seldom.keepOne}
      </Button>
    </fieldset>
  )
}
