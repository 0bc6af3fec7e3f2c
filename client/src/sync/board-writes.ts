/** What a screen writes on the board: each deed one transaction, so that it is one update on the wire. */
import { putEntry, setField as setFieldOf } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { placeAt, placeOf } from '@plenary/shared/entry'
import type { Answer } from '@plenary/shared/frame'
import { KINDS, LANE_CARDS_MAX, fieldRule, fits } from '@plenary/shared/kinds'
import { keyBetween } from '@plenary/shared/order'
import type * as Y from 'yjs'
import { removedSentence } from './sentence.ts'
import { link } from '../words/link.ts'
import { newId } from './new-id.ts'
import type { Projection } from './projection.ts'
import { sentenceOf } from './sentence.ts'
import type { Notice, SessionClient } from './session-client.ts'
import type { Deed, Deeds } from './deeds.ts'
import { valueOf } from './deeds.ts'
import { wellFormed } from './well-formed.ts'

export interface WritesParts {
  doc: () => Y.Doc | null
  projection: Projection
  /** Own person id. */
  you: () => string | null
  anonymous: () => boolean
  ask: (command: Command) => Promise<Answer>
  notify: (notice: Omit<Notice, 'id'>) => void
  deeds: Deeds
  undo: (deed: Deed) => Promise<boolean>
}

export type BoardWrites = Pick<SessionClient, 'add' | 'move' | 'setField' | 'remove' | 'deed'>

export function createBoardWrites(parts: WritesParts): BoardWrites {
  const { doc, projection, you, anonymous, ask, notify, deeds, undo } = parts

  function write(by: string, edit: (into: Y.Doc) => void): void {
    const into = doc()
    into?.transact(() => edit(into), { by })
  }

  function tooLong(text: string): void {
    void sentenceOf('too-long').then((message) => notify({ is: 'refused', message, text }))
  }

  /** The order keys between which an entry of this kind comes to stand before another one, or at the end. */
  function gapBefore(
    parent: string,
    kind: Entry['kind'],
    before: string | null,
    moving: string,
  ): { left: Entry | null; right: Entry | null } {
    const siblings = projection
      .ids(parent, kind)
      .filter((id) => id !== moving)
      .flatMap((id) => projection.entry(id) ?? [])
    const found = siblings.findIndex((entry) => entry.id === before)
    const at = found === -1 ? siblings.length : found
    return { left: siblings[at - 1] ?? null, right: siblings[at] ?? null }
  }

  function setField(id: string, field: string, value: string | boolean): void {
    const entry = projection.entry(id)
    if (entry === null) return
    const rule = fieldRule(entry.kind, field)
    const said = typeof value === 'string' ? wellFormed(value) : value
    // No honest client sends what the table does not take; the server would close the socket.
    if (rule === null || !fits(rule, said)) {
      tooLong(String(value))
      return
    }
    const from = valueOf(entry, field)
    if (from === said || doc() === null) return
    write('set', (into) => setFieldOf(into, id, field, said))
    deeds.wrote({ id, field, from, to: said })
  }

  return {
    add(kind, parent, given, fields = {}, at) {
      const text = wellFormed(given)
      if (kind === 'card' && anonymous()) {
        void ask({ type: 'card.add', text, to: parent, at })
        return null
      }
      if (text.length > KINDS[kind].textMax) {
        tooLong(text)
        return null
      }
      const by = you()
      if (doc() === null || by === null) {
        notify({ is: 'refused', message: link.notSaved, text })
        return null
      }
      const id = newId()
      const { left } = gapBefore(parent, kind, null, id)
      const place = placeAt(parent, keyBetween(left?.order ?? null, null), at)
      const signed: Record<string, string> = KINDS[kind].signed ? { by } : {}
      write('add', (into) =>
        putEntry(into, { do: 'put', id, kind, text, place, fields: { ...fields, ...signed } }),
      )
      deeds.wrote(
        // A lane goes and comes back by asking.
        kind === 'lane'
          ? {
              inverse: { type: 'lane.remove', lane: id },
              again: { type: 'lane.restore', lane: id, cards: [] },
            }
          : { id, field: 'removed', from: true, to: false },
      )
      return id
    },
    move(id, parent, before) {
      const entry = projection.entry(id)
      if (entry === null || before === id) return
      const { left, right } = gapBefore(parent, entry.kind, before, id)
      if (entry.parent === parent && !entry.removed) {
        const siblings = projection.ids(parent, entry.kind)
        const at = siblings.indexOf(id)
        if (at !== -1 && (siblings[at + 1] ?? null) === (right?.id ?? null)) return
      }
      setField(
        id,
        'place',
        // On a wall the order of a card is one thing and its point another.
        placeOf({ ...entry, parent, order: keyBetween(left?.order ?? null, right?.order ?? null) }),
      )
    },
    setField,
    remove(id) {
      const entry = projection.entry(id)
      if (entry === null || entry.removed) return
      const tell = (deed?: Deed | null): void =>
        void removedSentence(entry.kind).then((message) =>
          notify({ is: 'info', message, ...(deed && { undo: () => void undo(deed) }) }),
        )
      if (entry.kind === 'lane') {
        const again: Command = { type: 'lane.remove', lane: id }
        const cards = projection.ids(id, 'card').slice(0, LANE_CARDS_MAX)
        const inverse: Command = { type: 'lane.restore', lane: id, cards: [...cards] }
        void deeds
          .asks(ask(again).then(({ ok }) => (ok ? [{ inverse, again }] : [])))
          .then((deed) => deed && tell(deed))
        return
      }
      tell(
        deeds.deed(null, () => {
          // An edit of its author's would sign a card that carries no name; and of what others wrote the server has
          // to know who took it away.
          if (entry.kind === 'card' && entry.by !== you()) {
            void ask({ type: 'card.remove', card: id })
            deeds.wrote({
              inverse: { type: 'card.restore', card: id },
              again: { type: 'card.remove', card: id },
            })
          } else setField(id, 'removed', true)
        }),
      )
    },
    deed(message, act) {
      const deed = deeds.deed(message, act)
      if (deed !== null) notify({ is: 'info', message, undo: () => void undo(deed) })
    },
  }
}
