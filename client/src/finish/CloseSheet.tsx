import type { ReactNode } from 'react'
import { useState, useSyncExternalStore } from 'react'
import {
  CalendarClock,
  Check,
  CircleDot,
  EyeOff,
  PenLine,
  Send,
  SquareStack,
  UserPlus,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { MyDraft } from '@plenary/shared/mine'
import { Button } from '../look/Button.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { SureButtons, useSure } from '../look/Sure.tsx'
import { useClient, useEntry, useView } from '../sync/hooks.ts'
import { finish as words } from '../words/finish.ts'
import { stepWords } from '../words/step.ts'
import { AboutAction } from './AboutAction.tsx'
import { CheckIns, Sender } from './Afterwards.tsx'
import { DueField } from './DueField.tsx'
import type { Missing } from './missing.ts'
import { isComplete, missingIn } from './missing.ts'
import { OwnerField } from './OwnerField.tsx'
import styles from './CloseSheet.module.css'

export interface CloseSheetProps {
  onClose: () => void
  /** The session has closed. */
  onClosed?: () => void
}

/** Before the close: what is missing, each with the way to fill it in; then it closes, whatever was left. */
export default function CloseSheet({ onClose, onClosed = onClose }: CloseSheetProps) {
  const { facts } = useView()
  const missing = useMissing()
  // What was missing when this opened stays in sight while it is filled in, and says so.
  const [first] = useState(missing)
  const sure = useSure({ type: 'session.close' }, onClose, (ok) => {
    if (ok) onClosed()
  })
  return (
    <Sheet title={stepWords.closeTitle} onClose={sure.no}>
      {!isComplete(first) && (
        <section className={styles.missing} aria-labelledby="missing">
          <h3 id="missing" className={styles.heading}>
            {words.missing}
          </h3>
          <p className={styles.quiet}>{words.missingNote}</p>
          <Gaps first={first} now={missing} />
        </section>
      )}
      <div className={styles.end}>
        <p>
          {facts.anonymous ? words.deletes : words.deletesNamed} {words.stays}
        </p>
        <SureButtons sure={sure} labels={{ no: stepWords.back, yes: stepWords.close }} />
      </div>
    </Sheet>
  )
}

/** As the room stands; counted anew when anything of it changes. */
function useMissing(): Missing {
  const client = useClient()
  const view = useView()
  const { format } = view
  const actions = format.sections.flatMap(({ id }) => client.ids(id, 'action'))
  // Lists and entries of the board tell only those who ask for them.
  useSyncExternalStore(
    (listener) => {
      const stops = [
        ...format.sections.map(({ id }) => client.subscribeList(id, listener)),
        ...actions.map((id) => client.subscribeEntry(id, listener)),
      ]
      return () => stops.forEach((stop) => stop())
    },
    () => JSON.stringify(missingIn(view, client)),
  )
  return missingIn(view, client)
}

function Gaps({ first, now }: { first: Missing; now: Missing }) {
  return (
    <ul className={styles.gaps}>
      {first.noActions && <Gap icon={CircleDot} title={words.noActions} done={!now.noActions} />}
      {first.incomplete.length > 0 && (
        <Gap
          icon={UserPlus}
          title={words.noOwners(now.incomplete.length)}
          done={now.incomplete.length === 0}
        >
          <ul className={styles.actions}>
            {first.incomplete.map((id) => (
              <Action key={id} id={id} />
            ))}
          </ul>
        </Gap>
      )}
      {first.sender && (
        <Gap icon={Send} title={words.noSender} done={!now.sender}>
          <Sender />
        </Gap>
      )}
      {first.checkIn && (
        <Gap icon={CalendarClock} title={words.noCheckIn} done={!now.checkIn}>
          <CheckIns />
        </Gap>
      )}
      {first.drafts.length > 0 && (
        <Gap icon={PenLine} title={words.yours(now.drafts.length)} done={now.drafts.length === 0}>
          <p className={styles.quiet}>{words.yoursNote}</p>
          {now.drafts.map((draft) => (
            <Draft key={draft.id} draft={draft} />
          ))}
        </Gap>
      )}
      {now.unsent > 0 && (
        <Gap icon={PenLine} title={words.unsent(now.unsent)} done={false}>
          <p className={styles.quiet}>{words.unsentNote}</p>
        </Gap>
      )}
      {now.unplaced > 0 && (
        <Gap icon={SquareStack} title={words.unplaced(now.unplaced)} done={false}>
          <p className={styles.quiet}>{words.unplacedNote}</p>
        </Gap>
      )}
      {now.dots && (
        <Gap icon={CircleDot} title={words.dots} done={false}>
          <p className={styles.quiet}>{words.dotsNote}</p>
        </Gap>
      )}
      {now.numbers && (
        <Gap icon={EyeOff} title={words.numbers} done={false}>
          <p className={styles.quiet}>{words.numbersNote}</p>
        </Gap>
      )}
    </ul>
  )
}

interface GapProps {
  icon: LucideIcon
  title: string
  done: boolean
  children?: ReactNode
}

function Gap({ icon: Icon, title, done, children }: GapProps) {
  const Sign = done ? Check : Icon
  return (
    <li className={styles.gap}>
      <p className={`${styles.title} ${done ? styles.done : ''}`}>
        <Sign size={17} strokeWidth={1.75} aria-hidden="true" />
        {done ? words.filledIn : title}
      </p>
      {children}
    </li>
  )
}

function Action({ id }: { id: string }) {
  const entry = useEntry(id)
  if (entry === null || entry.removed) return null
  return (
    <li className={styles.action}>
      <span className={styles.what} dir="auto">
        {entry.text}
      </span>
      <AboutAction entry={entry} />
      <div className={styles.fields}>
        <OwnerField entry={entry} />
        <DueField entry={entry} />
      </div>
    </li>
  )
}

/** Own words that missed the reveal: nothing leaves without "Add", and what is kept goes at the close. */
function Draft({ draft }: { draft: MyDraft }) {
  const client = useClient()
  const { id, section, text } = draft
  return (
    <div className={styles.draft}>
      <p className={styles.what} dir="auto">
        {text}
      </p>
      <Button
        kind="strong"
        onClick={() =>
          client.putDraft({ id, section, text: text.trim(), state: 'done', sure: true })
        }
      >
        {words.addDraft}
      </Button>
      <Button kind="quiet" onClick={() => client.removeDraft(id)}>
        {words.keepDraft}
      </Button>
    </div>
  )
}
