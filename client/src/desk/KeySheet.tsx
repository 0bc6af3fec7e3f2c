import { Sheet } from '../look/Sheet.tsx'
import { letKeysAct, useKeysAct } from '../look/useKey.ts'
import { useRefusal } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import { Switch } from './Switch.tsx'
import styles from './KeySheet.module.css'

/** What every key does, and the switch for those that act by themselves. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const leads = useRefusal('lead') === null
  const act = useKeysAct()
  return (
    <Sheet title={words.keys} onClose={onClose}>
      {leads && <Keys rows={words.keysLead} />}
      <Keys rows={words.keysCard} />
      <Keys rows={words.keysAll} />
      <Switch label={words.keysAct} hint={words.keysActHint} on={act} onChange={letKeysAct} />
    </Sheet>
  )
}

function Keys({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.keys}>
      {rows.map(([key, what]) => (
        <div key={key} className={styles.row}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
