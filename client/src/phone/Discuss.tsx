import { useState } from 'react'
import { useView } from '../sync/hooks.ts'
import { phoneDiscuss } from '../words/phone-discuss.ts'
import { listsOf } from './lists-of.ts'
import { ListComposer } from './ListComposer.tsx'
import { ActionList } from './ActionList.tsx'
import { NoteList } from './NoteList.tsx'
import { Question } from './Question.tsx'
import { Screen } from './Screen.tsx'
import { TopicNow } from './TopicNow.tsx'
import { Topics } from './Topics.tsx'
import { useBringIntoView } from './useBringIntoView.ts'
import list from './List.module.css'
import styles from './Discuss.module.css'

const words = phoneDiscuss

/** The topic with its cards, and what comes of it. */
export default function Discuss() {
  const { format, facts } = useView()
  const { notes, actions } = listsOf(format)
  const [tab, setTab] = useState<'notes' | 'actions'>('notes')
  const bring = useBringIntoView()
  const now = facts.queue.find((topic) => topic.is === 'now')
  const into = tab === 'notes' ? notes : actions
  return (
    <Screen
      bar={
        <>
          <fieldset className={styles.tabs}>
            <Tab label={words.notes} on={tab === 'notes'} onPress={() => setTab('notes')} />
            <Tab label={words.actions} on={tab === 'actions'} onPress={() => setTab('actions')} />
          </fieldset>
          {into !== null && (
            <ListComposer
              key={tab}
              kind={tab === 'notes' ? 'note' : 'action'}
              section={into}
              from={now?.target}
              onAdded={bring}
            />
          )}
        </>
      }
    >
      <Question />
      {now !== undefined && <TopicNow key={now.target} topic={now} />}
      <Topics />
      {notes !== null && tab === 'notes' && (
        <section>
          <h2 className={list.heading}>{words.notes}</h2>
          <NoteList section={notes} actions={actions} />
        </section>
      )}
      {actions !== null && tab === 'actions' && (
        <section>
          <h2 className={list.heading}>{words.actions}</h2>
          <ActionList section={actions} />
        </section>
      )}
    </Screen>
  )
}

function Tab({ label, on, onPress }: { label: string; on: boolean; onPress: () => void }) {
  return (
    <button type="button" className={styles.tab} aria-pressed={on} onClick={onPress}>
      {label}
    </button>
  )
}
