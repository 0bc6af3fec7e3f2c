import { useRef, useState } from 'react'
import type { MyDraft } from '@plenary/shared/mine'
import { cardsUsed } from '@plenary/shared/draft'
import { useClient, useView } from '../sync/hooks.ts'

interface Writing {
  /** Own cards, the one being written left out. */
  listed: readonly MyDraft[]
  /** What stands in the field. */
  text: string
  /** Cards used of those each person may write. */
  used: number
  /** Whether there is none left. */
  full: boolean
  keep: (text: string) => void
  finish: (text: string) => void
  finishAll: (lines: readonly string[]) => void
}

/** One's own drafts of a section, one of them in the field: kept at every key, finished by a press. */
export function useWriting(section: string): Writing {
  const client = useClient()
  const view = useView()
  const own = view.mine.drafts.filter((draft) => draft.section === section)
  // What was being typed before a reload goes on where it was.
  const [writing, setWriting] = useState(() => own.findLast(isUnfinished)?.id ?? client.newId())
  const [text, setText] = useState(() => own.find((draft) => draft.id === writing)?.text ?? '')
  const kept = useRef(text !== '')
  const { cardsEach } = view.facts
  // The count that the server holds to, the card being written left out.
  const used = cardsUsed(
    own.filter((draft) => draft.id !== writing),
    view.mine.cards.filter((card) => client.entry(card)?.removed === false),
    section,
  )
  const put = (id: string, said: string, state: MyDraft['state']) =>
    client.putDraft({ id, section, text: said, state })
  return {
    listed: own.filter((draft) => draft.id !== writing && draft.text.trim() !== ''),
    text,
    used,
    full: cardsEach !== null && used >= cardsEach,
    keep(typed) {
      setText(typed)
      if (typed.trim() !== '') {
        kept.current = true
        put(writing, typed, 'open')
      } else if (kept.current) {
        kept.current = false
        client.removeDraft(writing)
      }
    },
    finish(done) {
      put(writing, done, 'done')
      kept.current = false
      setText('')
      setWriting(client.newId())
    },
    finishAll(lines) {
      for (const line of lines) put(client.newId(), line, 'done')
    },
  }
}

function isUnfinished(draft: MyDraft): boolean {
  return draft.state === 'open' && draft.late === null
}
