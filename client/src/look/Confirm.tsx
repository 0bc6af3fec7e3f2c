import { Button } from './Button.tsx'
import { Sheet } from './Sheet.tsx'
import { useUnread } from './useUnread.ts'
import styles from './Confirm.module.css'

interface ConfirmProps {
  title: string
  body: string
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** Asks before what cannot be taken back; the second tap of a double tap is no answer. */
export function Confirm({ title, body, yes, no, onYes, onNo }: ConfirmProps) {
  const unread = useUnread(title)
  return (
    <Sheet title={title} onClose={onNo}>
      <p>{body}</p>
      <div className={styles.choices} {...unread}>
        <Button large onClick={onNo}>
          {no}
        </Button>
        <Button kind="primary" large onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Sheet>
  )
}
