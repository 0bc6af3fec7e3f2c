import { Button } from './Button.tsx'
import { Sheet } from './Sheet.tsx'
import styles from './Confirm.module.css'

interface ConfirmProps {
  title: string
  body: string
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** Asks before what cannot be taken back. */
export function Confirm({ title, body, yes, no, onYes, onNo }: ConfirmProps) {
  return (
    <Sheet title={title} onClose={onNo}>
      <p>{body}</p>
      <div className={styles.choices}>
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
