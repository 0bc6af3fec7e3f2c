import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { common } from '../words/common.ts'
import { writing as words } from '../words/writing.ts'

export interface DraftSheetProps {
  title: string
  /** Absent when the draft is finished already. */
  onFinish: (() => void) | undefined
  onEdit: () => void
  onRemove: () => void
  onClose: () => void
}

/** What can be done with one's own draft. */
export default function DraftSheet({
  title,
  onFinish,
  onEdit,
  onRemove,
  onClose,
}: DraftSheetProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      {onFinish !== undefined && (
        <Button kind="primary" large onClick={onFinish}>
          {words.finish}
        </Button>
      )}
      <Button large onClick={onEdit}>
        {words.edit}
      </Button>
      <Button large onClick={onRemove}>
        {common.remove}
      </Button>
    </Sheet>
  )
}
