import type { Entry } from '@plenary/shared/entry'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { useClient, useIds } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneList } from '../words/phone-list.ts'
import { phoneSort } from '../words/phone-sort.ts'
import { LaneChoices } from './LaneChoices.tsx'
import { place } from './place.ts'
import { shorten } from './shorten.ts'

export interface CardSheetProps {
  entry: Entry
  section: string
  may: { edit: boolean; move: boolean; remove: boolean }
  onEdit: () => void
  onClose: () => void
}

/** What can be done with one card: move, edit, remove. */
export function CardSheet({ entry, section, may, onEdit, onClose }: CardSheetProps) {
  const client = useClient()
  const lanes = useIds(section, 'lane')
  return (
    <Sheet title={shorten(entry.text)} onClose={onClose}>
      {may.move && lanes.length > 0 && (
        <LaneChoices
          section={section}
          label={phoneSort.moveTitle(shorten(entry.text))}
          chosen={entry.parent}
          unplaced
          onChoose={(parent) => {
            place(client, entry, parent)
            onClose()
          }}
        />
      )}
      {may.edit && (
        <Button large onClick={onEdit}>
          {phoneList.edit}
        </Button>
      )}
      {may.remove && (
        <Button
          large
          onClick={() => {
            client.remove(entry.id)
            onClose()
          }}
        >
          {common.remove}
        </Button>
      )}
    </Sheet>
  )
}
