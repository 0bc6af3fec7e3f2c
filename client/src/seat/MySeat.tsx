import { useState } from 'react'
import { MonitorSmartphone } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { seat as words } from '../words/seat.ts'
import { DeviceSheet } from './DeviceSheet.tsx'
import { NameForm } from './NameForm.tsx'
import styles from './Seat.module.css'

/** One's own seat, on a desk and on a phone: the name, other devices. */
export function MySeat() {
  const [open, setOpen] = useState<'device' | null>(null)
  return (
    <>
      <NameForm />
      <div className={styles.stack}>
        <Button aria-haspopup="dialog" onClick={() => setOpen('device')}>
          <MonitorSmartphone size={18} strokeWidth={1.75} aria-hidden="true" />
          {words.device}
        </Button>
        <p className={styles.hint}>{words.deviceHint}</p>
      </div>
      {open === 'device' && <DeviceSheet onClose={() => setOpen(null)} />}
    </>
  )
}
