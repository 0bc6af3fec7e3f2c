import { useRef, useState } from 'react'
import { EyeOff } from 'lucide-react'
import type { MyDraft } from '@plenary/shared/mine'
import { Composer } from '../look/Composer.tsx'
import { leadName } from '../look/room.ts'
import { DraftRow } from '../phone/DraftRow.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { phone } from '../words/phone.ts'
import { Chip } from './Chip.tsx'
import { Frame } from './Frame.tsx'
import panel from './Panel.module.css'
import styles from './Write.module.css'

const words = phone.write
/** Up to this many people, who wrote what can be guessed. */
const SMALL = 4

/** Private writing: one's own drafts, and of the others only how many there are in all. */
export default function Write({ section }: { section: string }) {
  const view = useView()
  const { facts, you } = view
  const refused = useRefusal('draft')
  const lead = leadName(view) || common.theFacilitator
  return (
    <Frame
      chip={<Chip icon={EyeOff}>{desk.board.private}</Chip>}
      sub={
        <>
          <p>
            {refused === null
              ? `${words.whoSees(lead)} ${facts.anonymous ? words.afterNameless : words.afterNamed}`
              : you.role === 'observer'
                ? words.watching
                : words.neutral}
          </p>
          {facts.anonymous && <p className={panel.quiet}>{phone.waiting.anonymous(lead)}</p>}
          {refused === null && facts.anonymous && (facts.live.ready?.of ?? 0) <= SMALL && (
            <p className={panel.quiet}>{words.few}</p>
          )}
        </>
      }
    >
      {facts.reveal !== null && <output className={styles.reveal}>{phone.revealing(lead)}</output>}
      {refused === null && <OwnDrafts section={section} />}
      <FaceDown total={facts.live.drafts?.n} lead={lead} />
    </Frame>
  )
}

function OwnDrafts({ section }: { section: string }) {
  const client = useClient()
  const { mine } = useView()
  const own = mine.drafts.filter((draft) => draft.section === section)
  // What was being typed before a reload goes on where it was.
  const [writing, setWriting] = useState(() => own.findLast(isUnfinished)?.id ?? client.newId())
  const [initial] = useState(() => own.find((draft) => draft.id === writing)?.text ?? '')
  const kept = useRef(initial !== '')
  const listed = own.filter((draft) => draft.id !== writing && draft.text.trim() !== '')
  const keep = (text: string) => {
    if (text.trim() !== '') {
      kept.current = true
      client.putDraft({ id: writing, section, text, state: 'open' })
    } else if (kept.current) {
      kept.current = false
      client.removeDraft(writing)
    }
  }
  const finish = (text: string) => {
    client.putDraft({ id: writing, section, text, state: 'done' })
    kept.current = false
    setWriting(client.newId())
  }
  return (
    <>
      <div className={styles.composer}>
        <Composer
          label={words.composer}
          initial={initial}
          onText={keep}
          onSubmit={finish}
          onMany={(lines) => {
            for (const text of lines)
              client.putDraft({ id: client.newId(), section, text, state: 'done' })
          }}
        />
      </div>
      {listed.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <ul className={styles.drafts} aria-label={words.mine}>
          {listed.map((draft) => (
            <li key={draft.id}>
              <DraftRow draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function isUnfinished(draft: MyDraft): boolean {
  return draft.state === 'open' && draft.late === null
}

/** Papers face down at most; more would only be a pattern. */
const FACE_DOWN = 8

/** All that anybody sees of the others' cards before the reveal: how many there are. */
function FaceDown({ total, lead }: { total: number | undefined; lead: string }) {
  if (total === undefined) return null
  return (
    <div className={styles.hidden}>
      <div className={styles.backs} aria-hidden="true">
        {Array.from({ length: Math.min(total, FACE_DOWN) }, (_, index) => (
          <span key={index} className={styles.back} />
        ))}
      </div>
      <output className="voice">{words.total(total)}</output>
      <Chip icon={EyeOff}>{words.hiddenUntil(lead)}</Chip>
    </div>
  )
}
