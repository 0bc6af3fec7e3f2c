import { Suspense } from 'react'
import { EyeOff } from 'lucide-react'
import { Composer } from '../look/Composer.tsx'
import { COMPOSER } from '../look/composer-id.ts'
import { Empty } from '../look/empty-part.ts'
import { leadName } from '../look/room.ts'
import { BlameHint, WriteAbout } from '../look/writing-parts.ts'
import { DraftRow } from '../phone/DraftRow.tsx'
import { useRefusal, useView } from '../sync/hooks.ts'
import { useWriting } from '../phone/useWriting.ts'
import { common } from '../words/common.ts'
import { phoneWaiting } from '../words/phone-waiting.ts'
import { desk } from '../words/desk.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { writing } from '../words/writing.ts'
import { Chip } from './Chip.tsx'
import { Frame } from './Frame.tsx'
import panel from './Panel.module.css'
import styles from './Write.module.css'

const words = phoneWrite

/** Private writing: one's own drafts, and of the others only how many there are in all. */
export default function Write({ section }: { section: string }) {
  const view = useView()
  const { facts } = view
  const refused = useRefusal('draft')
  const lead = leadName(view) || common.theFacilitator
  return (
    <Frame
      chip={<Chip icon={EyeOff}>{desk.board.private}</Chip>}
      sub={
        <>
          {refused === null && facts.solo !== true && (
            <p>{`${words.whoSees(lead)} ${facts.anonymous ? words.afterNameless : words.afterNamed}`}</p>
          )}
          {facts.anonymous && facts.solo !== true && (
            <p className={panel.quiet}>{phoneWaiting.anonymous(lead)}</p>
          )}
          <Suspense>
            <WriteAbout className={panel.quiet} />
          </Suspense>
        </>
      }
    >
      {facts.reveal !== null && (
        <output className={styles.reveal}>{phoneFrame.revealing(lead)}</output>
      )}
      {refused === null && <OwnDrafts section={section} />}
      <FaceDown total={facts.live.drafts?.n} lead={lead} />
    </Frame>
  )
}

/** What is said about the words in the field. */
const HINT = 'hint'

function OwnDrafts({ section }: { section: string }) {
  const { facts } = useView()
  const { listed, text, used, full, keep, finish, finishAll } = useWriting(section)
  return (
    <>
      <div className={styles.composer}>
        {(text !== '' || !full) && (
          <Composer
            id={COMPOSER}
            label={words.composer}
            initial={text}
            describedBy={HINT}
            onText={keep}
            onSubmit={finish}
            held={full}
            onMany={finishAll}
          />
        )}
        <div id={HINT}>
          <Suspense>
            {(text !== '' || full) && <BlameHint text={text} used={full && used} />}
          </Suspense>
        </div>
        {facts.cardsEach !== null && (
          <output className={`figures ${panel.quiet}`}>{words.used(used, facts.cardsEach)}</output>
        )}
      </div>
      {listed.length === 0 ? (
        <Suspense>
          <Empty text={words.empty} onMany={finishAll} />
        </Suspense>
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
      <output className="voice">{writing.total(total)}</output>
      <Chip icon={EyeOff}>{writing.hiddenUntil(lead)}</Chip>
    </div>
  )
}
