import { useRef, useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { Composer } from '../look/Composer.tsx'
import { leadName } from '../look/room.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneWrite } from '../words/phone-write.ts'
import { DraftRow } from './DraftRow.tsx'
import { Question, WhoSees } from './Question.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { Screen } from './Screen.tsx'
import styles from './List.module.css'

const words = phoneWrite
/** Up to this many people, who wrote what can be guessed. */
const SMALL = 4

/** Private writing: one's own drafts, and nobody else's. */
export default function Write({ section }: { section: string }) {
  const client = useClient()
  const view = useView()
  const { facts, mine, you } = view
  const refused = useRefusal('draft')
  const own = mine.drafts.filter((draft) => draft.section === section)
  // What was being typed before a reload goes on where it was.
  const [writing, setWriting] = useState(() => own.findLast(isUnfinished)?.id ?? client.newId())
  const [initial] = useState(() => own.find((draft) => draft.id === writing)?.text ?? '')
  const kept = useRef(initial !== '')
  const lead = leadName(view) || common.theFacilitator
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
    <Screen
      bar={
        <>
          {refused === null && (
            <div className={styles.wide}>
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
          )}
          <Counts own={listed} />
          <ReadyButton />
        </>
      }
    >
      <Question large />
      <WhoSees hidden>
        {refused === null
          ? `${words.whoSees(lead)} ${facts.anonymous ? words.afterNameless : words.afterNamed}`
          : you.role === 'observer'
            ? words.watching
            : words.neutral}
      </WhoSees>
      {refused === null && facts.anonymous && (facts.live.ready?.of ?? 0) <= SMALL && (
        <p className={styles.quiet}>{words.few}</p>
      )}
      {facts.reveal !== null && <output>{phoneFrame.revealing(lead)}</output>}
      {refused === null && listed.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      {listed.length > 0 && (
        <ul className={styles.list} aria-label={words.mine}>
          {listed.map((draft) => (
            <li key={draft.id}>
              <DraftRow draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}

function isUnfinished(draft: MyDraft): boolean {
  return draft.state === 'open' && draft.late === null
}

/** Own cards, and how many there are in all: nobody sees more of the others' than that. */
function Counts({ own }: { own: readonly MyDraft[] }) {
  const { facts, you } = useView()
  const done = own.filter((draft) => draft.state === 'done').length
  // The total comes in batches, own cards at once.
  const total = facts.live.drafts && Math.max(facts.live.drafts.n, done)
  const { n: ready = 0 } = facts.live.ready ?? {}
  const parts = [
    you.takesPart ? words.own(own.length) : '',
    total === undefined ? '' : you.takesPart ? words.fromAll(total) : words.total(total),
    ready > 0 ? words.peopleDone(ready) : '',
  ]
  return (
    <output className={`figures ${styles.status}`}>
      {parts.filter((part) => part !== '').join(', ')}
    </output>
  )
}
