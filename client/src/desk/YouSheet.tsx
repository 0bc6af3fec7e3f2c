import { LanguageSwitch } from '../look/LanguageSwitch.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { Lately } from '../seat/Lately.tsx'
import { RemovedPart } from '../phone/RemovedList.tsx'
import { MySeat } from '../seat/MySeat.tsx'
import { desk } from '../words/desk.ts'
import { seat as words } from '../words/seat.ts'

/** One's own seat: the name, another device, the language, the way out. */
export default function YouSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Lately onDone={onClose} />
      <MySeat />
      <RemovedPart />
      <LanguageSwitch />
      <a className="button button-quiet" href="/">
        {desk.home}
      </a>
    </Sheet>
  )
}
