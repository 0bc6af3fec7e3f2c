import { Sheet } from '../look/Sheet.tsx'
import { listsOf } from '../look/lists-of.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { NoteList } from '../discuss/NoteList.tsx'
import { useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'

const words = desk.footer

/** Thoughts that belong elsewhere, kept. */
export function ParkingSheet({ section, onClose }: { section: string; onClose: () => void }) {
  const { format } = useView()
  return (
    <Sheet title={words.parking} onClose={onClose}>
      <p>{words.parkingHint}</p>
      <NoteList section={section} actions={listsOf(format).actions} />
      <ListComposer kind="note" section={section} />
    </Sheet>
  )
}
