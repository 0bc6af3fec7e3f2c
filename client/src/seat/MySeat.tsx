import { useState } from 'react'
import { ArrowRightLeft, History, MonitorSmartphone } from 'lucide-react'
import { Link } from 'wouter'
import { Button } from '../look/Button.tsx'
import { useThisSeat } from '../session/this-seat.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { past } from '../words/past.ts'
import { seat as words } from '../words/seat.ts'
import { DeviceSheet } from './DeviceSheet.tsx'
import { Leave } from './Leave.tsx'
import { NameForm } from './NameForm.tsx'
import { whenSaved } from './when-saved.ts'
import styles from './Seat.module.css'

/** One's own seat, on a desk and on a phone: the name, other devices. */
export function MySeat() {
  const client = useClient()
  const { facts, sessionId, you } = useView()
  const { pass } = useThisSeat()
  const [passing, setPassing] = useState(false)
  const [open, setOpen] = useState<'device' | null>(null)
  return (
    <>
      <NameForm />
      {facts.phase !== null && (
        <div className={styles.stack}>
          <Link className="button button-line" href={`/s/${sessionId}/history`}>
            <History size={18} strokeWidth={1.75} aria-hidden="true" />
            {past.way}
          </Link>
          <p className={styles.hint}>{past.wayHint}</p>
        </div>
      )}
      <div className={styles.stack}>
        <Button aria-haspopup="dialog" onClick={() => setOpen('device')}>
          <MonitorSmartphone size={18} strokeWidth={1.75} aria-hidden="true" />
          {words.device}
        </Button>
        <p className={styles.hint}>{words.deviceHint}</p>
      </div>
      <div className={styles.stack}>
        <Button
          busy={passing}
          onClick={() => {
            setPassing(true)
            void whenSaved(client).then(() => pass(you.name))
          }}
        >
          <ArrowRightLeft size={18} strokeWidth={1.75} aria-hidden="true" />
          {words.pass}
        </Button>
        <p className={styles.hint}>{words.passHint}</p>
      </div>
      <Leave />
      {open === 'device' && <DeviceSheet onClose={() => setOpen(null)} />}
    </>
  )
}
