import { useState } from 'react'
import { peopleIn } from '../look/room.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { phoneActions } from '../words/phone-actions.ts'
import { ActionList } from './ActionList.tsx'
import { listsOf } from './lists-of.ts'
import { ListComposer } from './ListComposer.tsx'
import { Panel } from './Panel.tsx'
import { Question } from './Question.tsx'
import { Screen } from './Screen.tsx'
import list from './List.module.css'

const words = phoneActions

/** The end: who takes what on, who sends the notes, when to look again. */
export default function Actions() {
  const { format } = useView()
  const { actions } = listsOf(format)
  if (actions === null)
    return (
      <Screen>
        <Question />
      </Screen>
    )
  return (
    <Screen bar={<ListComposer kind="action" section={actions} />}>
      <Question />
      <ActionList section={actions} />
      <Afterwards />
    </Screen>
  )
}

function Afterwards() {
  const client = useClient()
  const view = useView()
  const { by, checkIns } = view.facts.notes
  const leads = useRefusal('lead') === null
  const [typed, setTyped] = useState<string | null>(null)
  const sender = by === null ? words.nobodyYet : (view.facts.people[by]?.name ?? words.nobodyYet)
  if (!leads)
    return (
      <Panel>
        <p>
          {words.sender} <b>{sender}</b>
        </p>
        {checkIns !== '' && (
          <p>
            {words.checkIns} <b>{checkIns}</b>
          </p>
        )}
      </Panel>
    )
  return (
    <Panel>
      <label className={list.stack}>
        <span className="label">{words.sender}</span>
        <select
          className="field"
          value={by ?? ''}
          onChange={(event) =>
            void client.ask({ type: 'notes.by', person: event.target.value || null })
          }
        >
          <option value="">{words.nobodyYet}</option>
          {peopleIn(view).map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <label className={list.stack}>
        <span className="label">{words.checkIns}</span>
        <input
          className="field"
          dir="auto"
          value={typed ?? checkIns}
          placeholder={words.checkInsHint}
          maxLength={400}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            if (typed !== null && typed !== checkIns)
              void client.ask({ type: 'notes.by', person: by, checkIns: typed })
            setTyped(null)
          }}
        />
      </label>
    </Panel>
  )
}
