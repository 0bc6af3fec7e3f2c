import { Suspense, useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { CardMarks } from '../look/CardMarks.tsx'
import { useClient, useWaits } from '../sync/hooks.ts'
import { phoneWrite as words } from '../words/phone-write.ts'
import { DraftSheet, DraftText } from './draft-parts.ts'
import { Note } from '../look/Note.tsx'
import { shorten } from '../look/shorten.ts'

/** One's own draft: read, reworded in place, finished or removed. */
export function DraftRow({ draft }: { draft: MyDraft }) {
  const client = useClient()
  const [is, setIs] = useState<'read' | 'menu' | 'edit'>('read')
  const { id, section, text, state } = draft
  const waits = useWaits(id)
  const read = () => setIs('read')
  const put = (next: string, as: 'open' | 'done') =>
    client.putDraft({ id, section, text: next, state: as })
  if (is === 'edit')
    return (
      <Note look="raised">
        <Suspense fallback={text}>
          <DraftText
            text={text}
            onText={(next) => put(next, 'open')}
            onDone={(next) => {
              if (next.trim() === '') client.removeDraft(id)
              else put(next.trim(), 'done')
              read()
            }}
          />
        </Suspense>
      </Note>
    )
  const finish = () => {
    put(text, 'done')
    read()
  }
  const remove = () => {
    client.removeDraft(id)
    read()
  }
  return (
    <>
      <Note
        meta={state === 'open' ? words.unfinished : undefined}
        marks={waits && <CardMarks waits />}
        more={{ label: words.more(shorten(text)), open: () => setIs('menu') }}
      >
        {text}
      </Note>
      {is === 'menu' && (
        <Suspense>
          <DraftSheet
            title={shorten(text)}
            onFinish={state === 'open' ? finish : undefined}
            onEdit={() => setIs('edit')}
            onRemove={remove}
            onClose={read}
          />
        </Suspense>
      )}
    </>
  )
}
