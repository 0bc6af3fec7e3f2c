import { Composer } from '../look/Composer.tsx'
import { parkingOf } from '@plenary/shared/judge'
import { refusalFor } from '@plenary/shared/permission'
import { useClient, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import list from '../look/List.module.css'

interface ListComposerProps {
  kind: 'note' | 'action'
  section: string
  /** The topic it comes from. */
  from?: string | undefined
  /** Told of each entry that was added. */
  onAdded?: (id: string) => void
}

/** Adds notes or actions, one after the other; nothing for who may not. */
export function ListComposer({ kind, section, from, onAdded }: ListComposerProps) {
  const client = useClient()
  const { you, setting, format, facts } = useView()
  const deed =
    kind === 'action' ? 'add action' : section === parkingOf(format) ? 'park' : 'add note'
  if (refusalFor(you, deed, setting) !== null) return null
  const fields = from === undefined ? {} : { from }
  return (
    <div className={list.wide}>
      <Composer
        look="plain"
        label={kind === 'note' ? discuss.addNote : discuss.addAction}
        sendLabel={kind === 'note' ? discuss.sendNote : discuss.sendAction}
        keepAs={`${kind}/${section}`}
        onSubmit={(text) => {
          const id = client.add(kind, section, text, fields)
          if (id !== null) onAdded?.(id)
        }}
      />
      {kind === 'note' && facts.anonymous && <p className={list.quiet}>{discuss.noteNamed}</p>}
    </div>
  )
}
