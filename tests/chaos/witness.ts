/**
 * What the people of one session have been told, as evidence: every word of it must be on the server's disk. It is
 * taken from the wire, frame by frame, and not from what the client makes of it.
 */
import { MESSAGE, SYNC } from '@plenary/shared/frame'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import * as z from 'zod'

/** The same JSON for the same value, in whatever order its keys were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

const numbered = z.looseObject({ id: z.string(), type: z.string() })
const answered = z.looseObject({ id: z.string(), ok: z.boolean() })
const welcomed = z.looseObject({
  epoch: z.number(),
  seq: z.number(),
  mine: z.unknown(),
  readOnly: z.boolean().optional(),
})
/** The server says that it keeps nothing at the moment; the same command may be asked again. */
const READ_ONLY = 'read-only'

/** An answer that arrived at its person. */
export interface Answered {
  person: string
  id: string
  /** Without its id, canonical. */
  body: string
}

/** Update frames that a `saved` covers: what they insert is on disk, and what they delete unless it was refused. */
export interface SavedUpdate {
  person: string
  epoch: number
  update: Uint8Array
  deletes: boolean
}

/** Since the last time the disk was looked at. */
export interface Evidence {
  answers: Answered[]
  /** Different updates of the board, and in which epoch they were told. */
  heard: Map<string, { update: Uint8Array; epoch: number; by: string }>
  saved: SavedUpdate[]
  /** Private views by person, canonical. */
  mines: Map<string, Set<string>>
  /** Seats that were handed out: client id -> person. */
  seats: Map<number, string>
  /** People who were let in: id -> name. */
  joined: Map<string, string>
  /** Whether a page has sent the deletion of what stands at this clock of its own client. */
  erased: (client: number, clock: number) => boolean
  /** Newest change of the board that a welcome spoke of. */
  boardSeq: number
}

export interface Tally {
  commands: number
  answers: number
  /** Of them: that nothing can be kept at the moment. */
  readOnly: number
  edits: number
  saved: number
  heard: number
  mines: number
}

export interface Witness {
  /** Everything that was asked: `<person> <id>` -> the command's type. */
  readonly asked: ReadonlyMap<string, string>
  readonly tally: Tally
  /** A person's page opened a socket on this seat. */
  socket(person: string, seat: number): SocketWitness
  joined(person: string, name: string): void
  /** Hands over what there is, and begins anew. */
  take(): Evidence
}

export interface SocketWitness {
  /** A frame went out towards the server. */
  sent(frame: Uint8Array): void
  /** A frame from the server arrived at the client. */
  received(frame: Uint8Array): void
  /** The private view as it was last told on this socket, canonical. */
  mine(): string | null
}

const nothing = (erased: Evidence['erased']): Evidence => ({
  erased,
  answers: [],
  heard: new Map(),
  saved: [],
  mines: new Map(),
  seats: new Map(),
  joined: new Map(),
  boardSeq: 0,
})

export function createWitness(): Witness {
  const asked = new Map<string, string>()
  const tally: Tally = {
    commands: 0,
    answers: 0,
    readOnly: 0,
    edits: 0,
    saved: 0,
    heard: 0,
    mines: 0,
  }
  const deleted = new Map<number, { clock: number; len: number }[]>()
  const erased = (client: number, at: number): boolean =>
    deleted.get(client)?.some(({ clock, len }) => clock <= at && at < clock + len) === true
  let evidence = nothing(erased)

  function socket(person: string, seat: number): SocketWitness {
    /** Updates that went out, in the order in which the server counts them. */
    const out: SavedUpdate[] = []
    let counted = 0
    let epoch = 0
    let mine: string | null = null

    function toldMine(told: unknown): void {
      tally.mines++
      mine = canonical(told)
      const known = evidence.mines.get(person) ?? new Set()
      evidence.mines.set(person, known.add(mine))
    }

    return {
      mine: () => mine,
      sent(frame) {
        const decoder = decoding.createDecoder(frame)
        const type = decoding.readVarUint(decoder)
        if (type === MESSAGE.command) {
          const command = numbered.parse(JSON.parse(decoding.readVarString(decoder)))
          asked.set(`${person} ${command.id}`, command.type)
          tally.commands++
        }
        if (type !== MESSAGE.sync) return
        const what = decoding.readVarUint(decoder)
        if (what === SYNC.step1) return
        const update = decoding.readVarUint8Array(decoder).slice()
        // The answer to a question tells also of what others, or the server, have deleted.
        if (what === SYNC.update)
          deleted.set(seat, [
            ...(deleted.get(seat) ?? []),
            ...(Y.decodeUpdate(update).ds.clients.get(seat) ?? []),
          ])
        out.push({ person, epoch, update, deletes: true })
        tally.edits++
      },
      received(frame) {
        const decoder = decoding.createDecoder(frame)
        switch (decoding.readVarUint(decoder)) {
          case MESSAGE.sync: {
            if (decoding.readVarUint(decoder) === SYNC.step1) return
            const update = decoding.readVarUint8Array(decoder).slice()
            evidence.heard.set(`${epoch} ${Buffer.from(update).toString('latin1')}`, {
              update,
              epoch,
              by: person,
            })
            tally.heard++
            return
          }
          case MESSAGE.welcome: {
            const welcome = welcomed.parse(JSON.parse(decoding.readVarString(decoder)))
            ;({ epoch } = welcome)
            // Without a disk that takes writes a seat is only lent.
            if (welcome.readOnly !== true) evidence.seats.set(seat, person)
            evidence.boardSeq = Math.max(evidence.boardSeq, welcome.seq)
            return toldMine(welcome.mine)
          }
          case MESSAGE.mine:
            return toldMine(JSON.parse(decoding.readVarString(decoder)))
          case MESSAGE.answer: {
            const { id, ...body } = answered.parse(JSON.parse(decoding.readVarString(decoder)))
            tally.answers++
            if (body['reason'] === READ_ONLY) tally.readOnly++
            else evidence.answers.push({ person, id, body: canonical(body) })
            return
          }
          case MESSAGE.refused:
          case MESSAGE.reset:
            // A deletion that was refused is counted and not kept; which one it was is not said.
            for (const one of out) one.deletes = false
            return
          case MESSAGE.saved: {
            const upTo = decoding.readVarUint(decoder)
            evidence.saved.push(...out.splice(0, upTo - counted))
            tally.saved += Math.max(0, upTo - counted)
            counted = Math.max(counted, upTo)
          }
        }
      },
    }
  }

  return {
    asked,
    tally,
    socket,
    joined: (person, name) => void evidence.joined.set(person, name),
    take() {
      const taken = evidence
      evidence = nothing(erased)
      return taken
    },
  }
}

/** What of an update a document does not have; '' where it has all of it. */
export function missingIn(doc: Y.Doc, update: Uint8Array, deletes = true): string {
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { id, length } = struct
    const known = Y.getState(doc.store, id.client)
    if (known < id.clock + length) return `${id.client}: ${known} of ${id.clock + length}`
  }
  if (!deletes) return ''
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; at++)
        if (!isDeleted(doc, client, at)) return `the deletion of ${client}:${at}`
  return ''
}

function isDeleted(doc: Y.Doc, client: number, clock: number): boolean {
  if (Y.getState(doc.store, client) <= clock) return false
  return Y.getItem(doc.store, Y.createID(client, clock)).deleted
}
