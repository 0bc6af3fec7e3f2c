import { Afterwards } from '../finish/Afterwards.tsx'
import { useView } from '../sync/hooks.ts'
import { ActionList } from './ActionList.tsx'
import { listsOf } from '../look/lists-of.ts'
import { ListComposer } from '../discuss/ListComposer.tsx'
import { Panel } from '../look/Panel.tsx'
import { Question } from './Question.tsx'
import { Screen } from './Screen.tsx'

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
      <Panel>
        <Afterwards />
      </Panel>
    </Screen>
  )
}
