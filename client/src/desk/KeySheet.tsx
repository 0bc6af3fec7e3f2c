import { Sheet } from '../look/Sheet.tsx'
import { keysAct } from '../look/useKey.ts'
import { useRefusal } from '../sync/hooks.ts'
import { keyWords as words } from '../words/keys.ts'
import { Switch } from './Switch.tsx'
import styles from './KeySheet.module.css'

/** There is none on a narrow screen. */
const CONSOLE = 'C'

/**
 * What every key does, and the switch for those that act by themselves; `narrow`: beside a call, where there is no
 * board and no console.
 */
export function KeySheet({ narrow = false, onClose }: { narrow?: boolean; onClose: () => void }) {
  const leads = useRefusal('lead') === null
  const act = keysAct.useOn()
  return (
    <Sheet title={words.title} onClose={onClose}>
      {leads && <Keys rows={narrow ? words.lead.filter(([key]) => key !== CONSOLE) : words.lead} />}
      {!narrow && <Keys rows={words.card} />}
      {!narrow && <Keys rows={words.board} />}
      <Keys rows={words.all} />
      <Switch label={words.act} hint={words.actHint} on={act} onChange={keysAct.set} />
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
