import { Afterwards } from '../finish/Afterwards.tsx'
import { listsOf } from '../look/lists-of.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { NoteList } from '../discuss/NoteList.tsx'
import { useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { ActionTable } from './ActionTable.tsx'
import { Frame } from './Frame.tsx'
import styles from './Actions.module.css'
import panel from './Panel.module.css'

/** The end: who takes what on, who sends the notes, when to look again. */
export default function Actions() {
  const { format } = useView()
  const { actions, notes } = listsOf(format)
  return (
    <Frame>
      <div className={styles.both}>
        {actions !== null && (
          <section className={panel.panel}>
            <h2 className={panel.title}>{discuss.actions}</h2>
            <ActionTable section={actions} />
            <ListComposer kind="action" section={actions} />
          </section>
        )}
        <div className={panel.stack}>
          <div className={panel.panel}>
            <Afterwards />
          </div>
          {notes !== null && (
            <section className={panel.panel}>
              <h2 className={panel.title}>{discuss.notes}</h2>
              <NoteList section={notes} actions={actions} />
              <ListComposer kind="note" section={notes} />
            </section>
          )}
        </div>
      </div>
    </Frame>
  )
}
