import { useEffect, useState } from 'react'
import { may } from '@plenary/shared/permission'
import { duplicate } from '../look/duplicate.ts'
import { linesOf } from '../look/lines.ts'
import { ManyLines } from '../look/lines-part.ts'
import { Sheet } from '../look/Sheet.tsx'
import { isTyping } from '../look/typing.ts'
import { addCards } from '../sync/many-cards.ts'
import { useClient } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { hands as words } from '../words/hands.ts'

/** What keys and the clipboard do with cards, wherever the focus stands on the board. */
export default function CardHands() {
  const client = useClient()
  const [pasted, setPasted] = useState<Pasted | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere()) return
      const withCtrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (withCtrl && event.key.toLowerCase() === 'd') {
        const card = focusedCard()
        if (card === null || !mayAdd(client)) return
        event.preventDefault()
        void duplicate(client, [card])
      }
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isElsewhere()) return
      const to = placeFor(client)
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (to === null || text.trim() === '') return
      event.preventDefault()
      const lines = linesOf(text)
      if (lines.length > 1) setPasted({ lines, text: text.trim(), to })
      else void add(client, [text.trim()], to)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('paste', onPaste)
    }
  }, [client])
  if (pasted === null) return null
  const { lines, text, to } = pasted
  const finish = (texts: readonly string[]) => {
    setPasted(null)
    void add(client, texts, to)
  }
  return (
    <Sheet title={words.pasteTitle} onClose={() => setPasted(null)}>
      <ManyLines lines={lines} onMany={() => finish(lines)} onOne={() => finish([text])} />
    </Sheet>
  )
}

interface Pasted {
  lines: string[]
  text: string
  /** A section or lane. */
  to: string
}

function add(client: SessionClient, texts: readonly string[], to: string): Promise<string[]> {
  return addCards(
    client,
    words.pasted(texts.length),
    texts.map((text) => ({ text, to })),
  )
}

/** Keys belong to the field, menu or dialog that is open. */
function isElsewhere(): boolean {
  return isTyping() || document.querySelector('dialog[open], :popover-open') !== null
}

export function focusedCard(): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? (activeElement.dataset['card'] ?? null) : null
}

function mayAdd(client: SessionClient): boolean {
  const view = client.view()
  return view !== null && may(view.you, 'add card', view.setting)
}

/** Where a new card goes: beside the one that has the focus, else to the section of the phase; null: nowhere. */
function placeFor(client: SessionClient): string | null {
  const { phase } = client.view() ?? {}
  if (!mayAdd(client) || phase?.activity !== 'sort') return null
  const lane = client.entry(client.entry(focusedCard() ?? '')?.parent ?? '')
  return lane?.kind === 'lane' && !lane.removed ? lane.id : phase.section
}
