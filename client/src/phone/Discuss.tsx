import { useState } from 'react'
import { parkingOf } from '@plenary/shared/judge'
import { useRefusal, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { listsOf } from '../look/lists-of.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { ActionList } from './ActionList.tsx'
import { DecisionComposer, DecisionList } from '../discuss/Decisions.tsx'
import { NoteList } from '../discuss/NoteList.tsx'
import { Question } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { Scribe } from '../discuss/Scribe.tsx'
import { TopicNow } from './TopicNow.tsx'
import { Topics } from '../discuss/Topics.tsx'
import { useBringIntoView } from './useBringIntoView.ts'
import list from '../look/List.module.css'
import styles from './Discuss.module.css'

type Tab = 'notes' | 'decisions' | 'actions'

/** The topic with its cards and its time, and what comes of it. Who writes down has the lists first. */
export default function Discuss() {
  const { format, facts, you } = useView()
  const { notes, actions } = listsOf(format)
  const decides = useRefusal('decide') === null
  const [tab, setTab] = useState<Tab>('notes')
  const bring = useBringIntoView()
  const now = facts.queue.find((topic) => topic.is === 'now')
  const topic = now?.target
  const lists = (
    <section className={list.stack}>
      {tab === 'notes' && notes !== null && (
        <>
          <h2 className={list.heading}>
            {notes === parkingOf(format) ? discuss.parking : discuss.notes}
          </h2>
          <Scribe />
          <NoteList section={notes} actions={actions} topic={topic} />
        </>
      )}
      {tab === 'decisions' && (
        <>
          <h2 className={list.heading}>{discuss.decisions}</h2>
          <DecisionList topic={topic} />
        </>
      )}
      {tab === 'actions' && actions !== null && (
        <>
          <h2 className={list.heading}>{discuss.actions}</h2>
          <ActionList section={actions} />
        </>
      )}
    </section>
  )
  const talk = (
    <>
      {now !== undefined && <TopicNow key={now.target} topic={now} />}
      <Topics />
    </>
  )
  return (
    <Screen
      bar={
        <>
          <fieldset className={styles.tabs}>
            <TabButton label={discuss.notes} on={tab === 'notes'} onPress={() => setTab('notes')} />
            {(decides || Object.keys(facts.decisions).length > 0) && (
              <TabButton
                label={discuss.decisions}
                on={tab === 'decisions'}
                onPress={() => setTab('decisions')}
              />
            )}
            <TabButton
              label={discuss.actions}
              on={tab === 'actions'}
              onPress={() => setTab('actions')}
            />
          </fieldset>
          {tab === 'notes' && notes !== null && (
            <ListComposer kind="note" section={notes} from={topic} onAdded={bring} />
          )}
          {tab === 'decisions' && <DecisionComposer topic={topic} />}
          {tab === 'actions' && actions !== null && (
            <ListComposer kind="action" section={actions} from={topic} onAdded={bring} />
          )}
        </>
      }
    >
      <Question />
      {you.scribe === true ? (
        <>
          {lists}
          {talk}
        </>
      ) : (
        <>
          {talk}
          {lists}
        </>
      )}
    </Screen>
  )
}

function TabButton({ label, on, onPress }: { label: string; on: boolean; onPress: () => void }) {
  return (
    <button type="button" className={styles.tab} aria-pressed={on} onClick={onPress}>
      {label}
    </button>
  )
}
