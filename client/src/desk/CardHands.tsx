import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { may } from '@plenary/shared/permission'
import type { Deed } from '@plenary/shared/permission'
import { duplicate } from '../look/duplicate.ts'
import { linesOf } from '../look/lines.ts'
import { ManyLines } from '../look/lines-part.ts'
import { Sheet } from '../look/Sheet.tsx'
import { isTyping } from '../look/typing.ts'
import { addCards } from '../sync/many-cards.ts'
import { useClient, useView } from '../sync/hooks.ts'
import type { SessionClient } from '../sync/session-client.ts'
import { hands as words } from '../words/hands.ts'
import { chosenIn, duplicateChosen, groupChosen, removeChosen } from './chosen.ts'
import { listenForMarquee } from './marquee.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { clearSelection, select, selection, toggle } from './selection.ts'
import styles from './SelectionBar.module.css'

/** What keys, Shift and the clipboard do with cards, wherever the focus stands on the board. */
export default function CardHands() {
  const client = useClient()
  const { phase } = useView()
  const section = phase?.activity === 'sort' ? phase.section : null
  const [pasted, setPasted] = useState<Pasted | null>(null)
  useChoosing(client, section)
  useEffect(() => {
    if (section === null) return
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isElsewhere() || !mayNow(client, 'add card')) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      const lines = linesOf(text)
      const to = placeFor(client, section)
      if (lines.length > 1) setPasted({ lines, text: text.trim(), to })
      else void add(client, [text.trim()], to)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [client, section])
  const count = useStore(selection, ({ ids }) => ids.size)
  const finish = (texts: readonly string[], to: string) => {
    setPasted(null)
    void add(client, texts, to)
  }
  return (
    <>
      {section !== null && count > 0 && <SelectionBar section={section} count={count} />}
      {pasted !== null && (
        <Sheet title={words.pasteTitle} onClose={() => setPasted(null)}>
          <ManyLines
            lines={pasted.lines}
            onMany={() => finish(pasted.lines, pasted.to)}
            onOne={() => finish([pasted.text], pasted.to)}
          />
        </Sheet>
      )}
    </>
  )
}

/** Chooses cards and does what keys do with them. */
function useChoosing(client: SessionClient, section: string | null): void {
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (section === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isElsewhere()) return
      if (!act(client, section, event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // A card that is pressed with Shift is chosen, and neither edited nor carried.
    const onClick = (event: MouseEvent) => {
      const card = cardUnder(event.target)
      if (card === null || isElsewhere()) return
      if (!event.shiftKey) {
        if (!selection.getState().ids.has(card)) clearSelection()
        return
      }
      event.preventDefault()
      event.stopPropagation()
      toggle(card)
      last.current = card
    }
    const stopMarquee = listenForMarquee(styles.marquee ?? '')
    // Cards that go are chosen no more.
    const prune = () => {
      const { ids } = selection.getState()
      if (ids.size === 0) return
      const here = new Set(chosenIn(client, section))
      if (here.size < ids.size) select(here)
    }
    const stopLists = client.subscribeList(section, prune)
    // Before the card that has the focus: what is chosen goes before it.
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('click', onClick, true)
    return () => {
      stopLists()
      stopMarquee()
      clearSelection()
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('click', onClick, true)
    }
  }, [client, section])
}

/** Whether the key was one of these. */
function act(client: SessionClient, section: string, event: KeyboardEvent): boolean {
  const card = focusedCard()
  const chosen = chosenIn(client, section)
  const key = event.key.toLowerCase()
  if (event.altKey || event.shiftKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (key === 'a') {
      select(neighboursOf(client, section, card))
      return true
    }
    if (key === 'd' && mayNow(client, 'add card')) {
      if (chosen.length > 0) void duplicateChosen(client, section)
      else if (card !== null) void duplicate(client, [card])
      return chosen.length > 0 || card !== null
    }
    if (key === 'g' && chosen.length > 1 && mayNow(client, 'move')) {
      groupChosen(client, section)
      return true
    }
    return false
  }
  if (chosen.length === 0) return false
  if (key === 'escape') {
    clearSelection()
    return true
  }
  if (key === 'delete' || key === 'backspace') {
    removeChosen(client, section)
    return true
  }
  return false
}

/** The cards of the place that has the focus, else all of the section. */
function neighboursOf(
  client: SessionClient,
  section: string,
  card: string | null,
): readonly string[] {
  const lane = client.entry(client.entry(card ?? '')?.parent ?? '')
  if (lane?.kind === 'lane' && !lane.removed) return client.ids(lane.id, 'card')
  return client.unplaced(section)
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

function focusedCard(): string | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? (activeElement.dataset['card'] ?? null) : null
}

/** The card that was pressed, and not one of its controls. */
function cardUnder(target: EventTarget | null): string | null {
  if (!(target instanceof Element) || target.closest('button, a, input, textarea') !== null)
    return null
  return target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null
}

function mayNow(client: SessionClient, deed: Deed): boolean {
  const view = client.view()
  return view !== null && may(view.you, deed, view.setting)
}

/** Where a new card goes: beside the one that has the focus, else to the section. */
function placeFor(client: SessionClient, section: string): string {
  const lane = client.entry(client.entry(focusedCard() ?? '')?.parent ?? '')
  return lane?.kind === 'lane' && !lane.removed ? lane.id : section
}
