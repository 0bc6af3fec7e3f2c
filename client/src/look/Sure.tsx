/** The foot of a sheet that asks before something that cannot be taken back. */
import { useState } from 'react'
import type { Command } from '@plenary/shared/command'
import { useClient, useLink } from '../sync/hooks.ts'
import { link as words } from '../words/link.ts'
import { Button } from './Button.tsx'
import { useUnread } from './useUnread.ts'
import styles from './Sure.module.css'

export interface Sure {
  /** The answer is on its way: what was asked for may be done already. */
  busy: boolean
  /** The server answers and saves. */
  isLive: boolean
  /** Also what closes the sheet; does nothing while it is busy. */
  no: () => void
  yes: () => void
}

/** Asks for `command` once at a time, and only while the server answers: nobody who left the sheet finds it done. */
export function useSure(command: Command, onNo: () => void, onAnswer: (ok: boolean) => void): Sure {
  const client = useClient()
  const isLive = useLink().is === 'live'
  const [busy, setBusy] = useState(false)
  return {
    busy,
    isLive,
    no() {
      if (!busy) onNo()
    },
    yes() {
      if (busy || !isLive) return
      setBusy(true)
      void client.ask(command).then(({ ok }) => {
        setBusy(false)
        onAnswer(ok)
      })
    },
  }
}

interface SureButtonsProps {
  sure: Sure
  labels: { no: string; yes: string }
  /** For good: what is lost comes back in no way at all. */
  destroys?: boolean
}

export function SureButtons({
  sure: { busy, isLive, no, yes },
  labels,
  destroys = false,
}: SureButtonsProps) {
  const unread = useUnread(labels.yes)
  return (
    <div className={styles.choices} {...unread}>
      <output className={styles.told}>{!isLive && words.notNow}</output>
      <Button large aria-disabled={busy} onClick={no}>
        {labels.no}
      </Button>
      <Button
        kind={destroys ? 'danger' : 'primary'}
        large
        busy={busy}
        aria-disabled={busy || !isLive}
        onClick={yes}
      >
        {labels.yes}
      </Button>
    </div>
  )
}
