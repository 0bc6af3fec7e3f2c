/** Judges raw Yjs updates of clients before they are applied; what races produced is taken back at once. */
import * as Y from 'yjs'
import type { Change } from '@plenary/shared/judge'
import { KINDS } from '@plenary/shared/kinds'
import { encodeCanonical } from './canonical.ts'
import { changesOf } from './changes.ts'
import type { Finding } from './changes.ts'
import { compensate } from './compensate.ts'
import { decode } from './decode.ts'
import type { Fresh, Incoming } from './decode.ts'
import { resolveDeletes } from './deletes.ts'
import { cutsLetter } from './letters.ts'
import { UPDATE_LIMITS } from './limits.ts'
import type { FrameLimits } from './limits.ts'
import { Reject } from './reject.ts'
import { resolveStructs } from './resolve.ts'
import { Restored } from './restored.ts'
import { scarsIn, scarsOf } from './scars.ts'
import { emptyScene } from './scene.ts'
import type { Range, Roots, Scene } from './scene.ts'

/**
 * Judges one change an honest client could send: null = allowed, a code = refused (a race lost), `hard` =
 * what no honest client sends, such as a forged `by`. Must not write.
 */
export type Judge = (change: Change) => string | null | { hard: string }

/** A change that was not let through, and why. */
export interface Refused {
  change: Change
  reason: string
}

export type Outcome =
  /** All of it was known, or nothing remained of it. */
  | { is: 'nothing' }
  /**
   * Applied, except what was refused. `stripped`: something was left out, so the sender's document differs for
   * ever and must be reset. `scars`: how many more stretches of deleted content stand apart, see `scars.ts`.
   */
  | { is: 'taken'; refused: Refused[]; stripped: boolean; scars: number }
  /** Something before it is missing. Nothing was applied; answer sync step 1, on repetition reset. */
  | { is: 'gap' }
  /** No honest client sends this. Nothing was applied; close the socket. */
  | { is: 'rejected'; code: string }

export interface Gate {
  /**
   * Judges and applies one update inside the open transaction `tr`, as often as a tick needs.
   * Throws only when the document can no longer be trusted: the room then drops it.
   * @param clientIds the ids bound to the connection's seat
   */
  submit(
    update: Uint8Array,
    clientIds: ReadonlySet<number>,
    judge: Judge,
    tr: Y.Transaction,
    limits?: Partial<FrameLimits>,
  ): Outcome
}

interface Reading {
  incoming: Incoming
  scene: Scene
  findings: Finding[]
}

interface Verdicts {
  refused: { finding: Finding; reason: string }[]
  /** Deletions of text that may happen. */
  erased: Range[]
}

/** A gate before a board document, whose two roots it defines. The document must collect garbage. */
export function createGate(doc: Y.Doc): Gate {
  if (!doc.gc) throw new Error('gate: a document without gc would send refused text to everybody')
  const roots: Roots = { cards: doc.getMap('cards'), session: doc.getMap('session') }
  const restored = new Restored()
  return {
    submit(update, clientIds, judge, tr, limits) {
      let reading: Reading
      let verdicts: Verdicts
      try {
        const incoming = decode(update, doc.store, clientIds, { ...UPDATE_LIMITS, ...limits })
        const scene = emptyScene()
        const spots = resolveStructs(incoming, scene, roots, doc.store)
        resolveDeletes(incoming, clientIds, spots, scene, roots, doc.store)
        const findings = changesOf(scene, roots, doc.store, restored)
        reading = { incoming, scene, findings }
        verdicts = judgeAll(reading.findings, judge)
      } catch (error) {
        if (!(error instanceof Reject)) throw error
        return error.is === 'gap' ? { is: 'gap' } : { is: 'rejected', code: error.code }
      }
      return take(reading, verdicts, restored, tr)
    },
  }
}

/** Asks about every change, before any is applied. */
function judgeAll(findings: readonly Finding[], judge: Judge): Verdicts {
  const verdicts: Verdicts = { refused: [], erased: [] }
  const freed = new Map<string, number>()
  for (const finding of findings) {
    const { change } = finding
    const verdict = judge(change)
    if (verdict !== null && typeof verdict === 'object') throw new Reject('rejected', verdict.hard)
    const reason = verdict ?? (tooLong(change, freed) ? 'too-long' : null)
    if (reason !== null) verdicts.refused.push({ finding, reason })
    else if (finding.is === 'erase') {
      verdicts.erased.push(...finding.ranges)
      freed.set(change.id, finding.change.length)
    }
  }
  return verdicts
}

function tooLong(change: Change, freed: ReadonlyMap<string, number>): boolean {
  const { textMax } = KINDS[change.kind]
  switch (change.is) {
    case 'add':
      return change.text.length > textMax
    case 'insert':
      return change.before + change.text.length - (freed.get(change.id) ?? 0) > textMax
    case 'set':
    case 'erase':
      break
  }
  return false
}

function take(
  reading: Reading,
  verdicts: Verdicts,
  restored: Restored,
  tr: Y.Transaction,
): Outcome {
  const { incoming, scene } = reading
  const deletes = [...verdicts.erased, ...ownDeletes(scene)]
  if (incoming.fresh.length === 0 && deletes.length === 0 && verdicts.refused.length === 0) {
    return { is: 'nothing' }
  }
  const { store } = tr.doc
  const voided = voidedOf(reading, verdicts, store)
  const hurt = [...verdicts.erased]
  addOverwritten(hurt, reading.findings)
  let scars = scarsOf(store, hurt)
  if (incoming.fresh.length > 0 || deletes.length > 0) {
    apply(incoming, encodeCanonical(incoming.fresh, deletes, voided), tr)
    const refused = new Set(verdicts.refused.map(({ finding }) => finding))
    for (const finding of reading.findings) {
      if (refused.has(finding)) compensate(finding, restored, tr)
      else if (finding.is === 'set' && finding.overtaken !== null)
        restored.writeAgain(finding.map, finding.change.field, finding.change.to, finding.overtaken)
    }
    scars += scarsIn(store, incoming)
  }
  return {
    is: 'taken',
    refused: verdicts.refused.map(({ finding, reason }) => ({ change: finding.change, reason })),
    stripped: voided.size > 0 || verdicts.refused.some(({ finding }) => finding.is === 'erase'),
    scars: Math.max(0, scars),
  }
}

/**
 * Pieces of text that are not to stay and would cut a letter in two. They become tombstones outside of the text:
 * to put them in and take them out again would lose the letter.
 */
function voidedOf(
  { scene, findings }: Reading,
  verdicts: Verdicts,
  store: Y.Doc['store'],
): Set<Fresh> {
  const kept = new Set<readonly Fresh[]>()
  for (const finding of findings) if (finding.is === 'insert') kept.add(finding.strings)
  for (const { finding } of verdicts.refused)
    if (finding.is === 'insert') kept.delete(finding.strings)
  const voided = new Set(scene.dead.filter((fresh) => cutsLetter(store, fresh)))
  for (const { strings } of scene.known.values())
    if (!kept.has(strings) && strings.some((fresh) => cutsLetter(store, fresh)))
      for (const fresh of strings) voided.add(fresh)
  return voided
}

/** Adds to `ranges` the live values that other values of the update take the place of. */
function addOverwritten(ranges: Range[], findings: readonly Finding[]): void {
  for (const finding of findings) {
    if (finding.is !== 'set' || finding.over === undefined || finding.over.deleted) continue
    const { id, length } = finding.over
    ranges.push({ client: id.client, clock: id.clock, length })
  }
}

/** Words written and erased again in the same update. Of keys nothing is passed on: a new value deletes the old one. */
function ownDeletes(scene: Scene): Range[] {
  const ranges: Range[] = []
  for (const entry of [...scene.known.values(), ...scene.born.values()]) {
    for (const fresh of entry.strings) {
      for (const { from, to } of scene.cuts.get(fresh) ?? []) {
        ranges.push({ client: fresh.client, clock: from, length: to - from })
      }
    }
  }
  return ranges
}

/** Applies the canonical bytes and holds Yjs to what was foreseen. */
function apply(incoming: Incoming, bytes: Uint8Array, tr: Y.Transaction): void {
  const { doc } = tr
  const { clientID } = doc
  const roots = doc.share.size
  Y.applyUpdate(doc, bytes)
  // Applying marks the transaction as remote; a server write in it would then look like a stolen client id.
  tr.local = true
  const { writer, end } = incoming
  const sound =
    doc.store.pendingStructs === null &&
    doc.store.pendingDs === null &&
    doc.clientID === clientID &&
    doc.share.size === roots &&
    (writer === null || Y.getState(doc.store, writer) === end)
  if (!sound) throw new Error('gate: an update did not integrate as foreseen')
}
