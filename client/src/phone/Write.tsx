import { Suspense } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { Composer } from '../look/Composer.tsx'
import { leadName } from '../look/room.ts'
import { BlameHint, WriteAbout } from '../look/writing-parts.ts'
import { useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { Question, WhoSees } from './Question.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { Screen } from './Screen.tsx'
import { DraftList } from './draft-list-part.ts'
import { useWriting } from './useWriting.ts'
import styles from '../look/List.module.css'

const words = phoneWrite
/** What is said about the words in the field. */
const HINT = 'hint'

/** Private writing: one's own drafts, and nobody else's. */
export default function Write({ section }: { section: string }) {
  const view = useView()
  const { facts } = view
  const refused = useRefusal('draft')
  const { listed, text, used, full, keep, finish, finishAll } = useWriting(section)
  const lead = leadName(view) || common.theFacilitator
  return (
    <Screen
      bar={
        <>
          {refused === null && (
            <div className={styles.wide}>
              {(text !== '' || !full) && (
                <Composer
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
            </div>
          )}
          <Counts own={listed} used={used} />
          <ReadyButton />
        </>
      }
    >
      <Question large />
      {refused === null && facts.solo !== true && (
        <WhoSees hidden>
          {`${words.whoSees(lead)} ${facts.anonymous ? words.afterNameless : words.afterNamed}`}
        </WhoSees>
      )}
      <Suspense>
        <WriteAbout className={styles.quiet} />
      </Suspense>
      {facts.reveal !== null && <output>{phoneFrame.revealing(lead)}</output>}
      {refused === null && listed.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {listed.length > 0 && (
        <Suspense>
          <DraftList drafts={listed} />
        </Suspense>
      )}
    </Screen>
  )
}

/** Own cards, and how many there are in all: nobody sees more of the others' than that. */
function Counts({ own, used }: { own: readonly MyDraft[]; used: number }) {
  const { facts, you } = useView()
  const { cardsEach, live } = facts
  const done = own.filter((draft) => draft.state === 'done').length
  // The total comes in batches, own cards at once.
  const total = live.drafts && Math.max(live.drafts.n, done)
  const parts = [
    you.takesPart && (cardsEach === null ? words.own(own.length) : words.used(used, cardsEach)),
    total !== undefined && (you.takesPart ? words.fromAll : words.own)(total),
    live.ready?.n && words.peopleDone(live.ready.n),
  ]
  return <output className={`figures ${styles.status}`}>{parts.filter(Boolean).join(', ')}</output>
}
