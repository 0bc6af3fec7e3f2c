import { useState } from 'react'
import { peopleIn } from '../look/room.ts'
import { listsOf } from '../phone/lists-of.ts'
import { ListComposer } from '../phone/ListComposer.tsx'
import { NoteList } from '../phone/NoteList.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { phone } from '../words/phone.ts'
import { ActionTable } from './ActionTable.tsx'
import { Frame } from './Frame.tsx'
import styles from './Actions.module.css'
import panel from './Panel.module.css'

const words = phone.actions

/** The end: who takes what on, who sends the notes, when to look again. */
export default function Actions() {
  const { format } = useView()
  const { actions, notes } = listsOf(format)
  return (
    <Frame>
      <div className={styles.both}>
        {actions !== null && (
          <section className={panel.panel}>
            <h2 className={panel.title}>{phone.discuss.actions}</h2>
            <ActionTable section={actions} />
            <ListComposer kind="action" section={actions} />
          </section>
        )}
        <div className={panel.stack}>
          <Afterwards />
          {notes !== null && (
            <section className={panel.panel}>
              <h2 className={panel.title}>{phone.discuss.notes}</h2>
              <NoteList section={notes} actions={actions} />
              <ListComposer kind="note" section={notes} />
            </section>
          )}
        </div>
      </div>
    </Frame>
  )
}

/** Who sends the notes round, and when the worries are looked at again. */
function Afterwards() {
  const client = useClient()
  const view = useView()
  const { by, checkIns } = view.facts.notes
  const leads = useRefusal('lead') === null
  const [typed, setTyped] = useState<string | null>(null)
  const sender = by === null ? words.nobodyYet : (view.facts.people[by]?.name ?? words.nobodyYet)
  if (!leads)
    return (
      <div className={panel.panel}>
        <p>
          {words.sender} <b>{sender}</b>
        </p>
        {checkIns !== '' && (
          <p>
            {words.checkIns} <b>{checkIns}</b>
          </p>
        )}
      </div>
    )
  return (
    <div className={panel.panel}>
      <label className={styles.field}>
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
      <label className={styles.field}>
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
    </div>
  )
}
