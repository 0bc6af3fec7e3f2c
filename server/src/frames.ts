/** Takes the frames of connections inside a tick: edits through the gate, commands through decide. */
import { numberedCommandSchema } from '@plenary/shared/numbered-command'
import { decide } from '@plenary/shared/decide'
import {
  CLOSE,
  MESSAGE,
  PROTOCOL_VERSION,
  helloSchema,
  readIncoming,
  writeJson,
} from '@plenary/shared/frame'
import type { Refused } from '@plenary/shared/frame'
import type { Event } from '@plenary/shared/event'
import type { Change, Judging } from '@plenary/shared/judge'
import { judge, movedCard, takenAway } from '@plenary/shared/judge'
import { must } from '@plenary/shared/must'
import type { Pointed } from '@plenary/shared/pointing'
import { readPointed } from '@plenary/shared/pointing'
import { readSaid } from '@plenary/shared/presence'
import { refusalFor } from '@plenary/shared/permission'
import type { Refusal } from '@plenary/shared/refusal'
import { REFUSALS, isRefusal } from '@plenary/shared/refusal'
import { graceFor, settingFor } from '@plenary/shared/setting'
import type { Attendance } from './attendance.ts'
import { SYNC_STEP_2_LIMITS, UPDATE_LIMITS } from './gate/limits.ts'
import * as v from 'valibot'
import type { Outbox } from './outbox.ts'
import type { Peer } from './peers.ts'
import type { AnswerBody } from './record.ts'
import type { Meter } from './metrics.ts'
import type { Speaker } from './speaker.ts'
import type { Tick } from './tick.ts'

interface Taking {
  tick: Tick
  out: Outbox
  attendance: Attendance
  meter: Meter
  speaker: Speaker
}

export function takeFrame(peer: Peer, bytes: Uint8Array, taking: Taking): void {
  const { tick, out, attendance } = taking
  const frame = readIncoming(bytes)
  switch (frame.is) {
    case 'malformed':
      return out.close(peer.id, CLOSE.malformed, 'malformed frame')
    case 'awareness':
      return
    case 'step1':
      return taking.speaker.resync({ to: peer.id, vector: frame.vector })
    case 'step2':
    case 'update':
      return takeUpdate(peer, frame.update, frame.is === 'step2', taking)
    case 'hello':
      return takeHello(peer, frame.body, out)
    case 'command': {
      const answer = takeCommand(peer.person, frame.body, taking)
      if (answer === null) return out.close(peer.id, CLOSE.malformed, 'malformed command')
      if (peer.hello) out.answers.push({ to: peer.id, frame: writeJson(MESSAGE.answer, answer) })
      return
    }
    case 'presence': {
      const said = readSaid(frame.body)
      if (said === null) return out.close(peer.id, CLOSE.malformed, 'malformed presence')
      if (said.is !== 'hold' || mayHold(peer.person, said.card, tick))
        attendance.hands.say(peer.id, said, tick.now)
      return
    }
    case 'pointing': {
      const pointed = readPointed(frame.body)
      if (pointed === null) return out.close(peer.id, CLOSE.malformed, 'malformed pointing')
      if (pointed.is === 'watch') attendance.pointers.watch(peer.id, pointed.on && peer.hello)
      else if (attendance.mayPoint(peer, tick.state) && stands(pointed, tick))
        attendance.pointers.say(peer.id, pointed)
    }
  }
}

/** From now on this connection hears our own messages. */
export function takeHello(peer: Peer, body: unknown, out: Outbox): void {
  const hello = v.safeParse(helloSchema, body)
  if (!hello.success) return out.close(peer.id, CLOSE.malformed, 'malformed hello')
  if (hello.output.protocol !== PROTOCOL_VERSION)
    return out.close(peer.id, CLOSE.version, 'reload for the current version')
  if (peer.hello) return
  peer.hello = true
  out.greeted.push(peer.id)
}

/** What is relayed to everybody must name a card that stands, and nothing else. */
function mayHold(by: string, card: string, tick: Tick): boolean {
  const person = must(tick.state.people[by], 'the person')
  const entry = tick.memory.board.entry(card)
  return (
    entry !== null && !entry.removed && refusalFor(person, 'move', settingFor(tick.state)) === null
  )
}

/** A selection names a card that stands, or none. */
function stands(pointed: Pointed, tick: Tick): boolean {
  if (pointed.is !== 'selects' || pointed.card === '') return true
  const entry = tick.memory.board.entry(pointed.card)
  return entry !== null && !entry.removed
}

/** The answer with the command's id, or null when no honest client could have asked that. */
export function takeCommand(
  person: string,
  body: unknown,
  { tick, meter }: Pick<Taking, 'tick' | 'meter'>,
): (AnswerBody & { id: string }) | null {
  const asked = v.safeParse(numberedCommandSchema, body)
  const whose = tick.state.people[person]
  if (!asked.success || whose === undefined) return null
  const { id = '', ...command } = asked.output
  const given = id === '' ? null : tick.memory.answers.given(person, id)
  if (given !== null) return { ...given, id }
  const decision = decide(tick.state, command, tick.context(whose))
  if (!decision.ok) {
    meter.refused(decision.reason)
    const { reason } = decision
    const refusal: AnswerBody = { ok: false, reason, message: REFUSALS[reason] }
    if (id !== '') tick.answered({ person, id, answer: refusal })
    return { ...refusal, id }
  }
  tick.enact(decision)
  const answer: AnswerBody = { ...decision.answer, ok: true }
  const lasts = command.type === 'session.close' ? { lasts: true as const } : {}
  if (id !== '') tick.answered({ person, id, answer, ...lasts })
  return { ...answer, id }
}

/**
 * The answer to a command that cannot be taken now. It is not remembered, so that the same id may be asked again; one that
 * has counted already gets its own answer. null when no honest client could have asked that.
 */
export function turnDown(
  person: string,
  body: unknown,
  reason: Refusal,
  { memory }: Pick<Tick, 'memory'>,
): (AnswerBody & { id: string }) | null {
  const asked = v.safeParse(numberedCommandSchema, body)
  if (!asked.success) return null
  const { id = '' } = asked.output
  const given = id === '' ? null : memory.answers.given(person, id)
  return { ...(given ?? { ok: false, reason, message: REFUSALS[reason] }), id }
}

function takeUpdate(peer: Peer, update: Uint8Array, answersUs: boolean, taking: Taking): void {
  const { tick, out, meter } = taking
  const { memory, state } = tick
  const limits = answersUs ? SYNC_STEP_2_LIMITS : UPDATE_LIMITS
  if (update.byteLength > limits.maxBytes)
    return out.close(peer.id, CLOSE.tooLarge, 'update too large: send it in several')
  const person = must(state.people[peer.person], 'the person')
  let added = 0
  const judging: Judging = {
    person,
    format: state.format,
    anonymous: state.anonymous,
    setting: settingFor(state),
    grace: graceFor(state, tick.now),
    board: memory.board,
    isAuthor: (card: string) => state.authors[card] === person.id,
    isTaken: (card: string) => Object.hasOwn(state.taken ?? {}, card),
    isAside: (card: string) => Object.hasOwn(state.aside, card),
    // What this update adds is on the board only once all of it is judged.
    get cardsMax() {
      return tick.limits.cards - added
    },
  }
  const happened: Event[] = []
  const moved: string[] = []
  const outcome = memory.gate.submit(
    update,
    peer.clientIds,
    (change) => {
      const verdict = judge(change, judging)
      if (verdict === null && change.is === 'add') added++
      const away = verdict === null ? takenAway(change, judging) : null
      if (away !== null) happened.push(away)
      const elsewhere = verdict === null && !state.anonymous ? movedCard(change) : null
      if (elsewhere !== null) moved.push(elsewhere)
      return verdict
    },
    tick.transaction,
    limits,
  )
  switch (outcome.is) {
    case 'nothing':
      if (answersUs) peer.gaps = 0
      peer.taken++
      return
    case 'gap':
      peer.taken++
      peer.gaps++
      meter.gap()
      if (peer.gaps === 1) {
        out.frames.push({ to: peer.id, frame: taking.speaker.step1() })
        return
      }
      if (!peer.hello) return out.close(peer.id, CLOSE.later, 'something is missing: come back')
      return sendReset(peer, out, 'gap')
    case 'rejected':
      meter.rejected(outcome.code)
      taking.attendance.reject(peer.person)
      return out.close(peer.id, CLOSE.removed, outcome.code)
    case 'taken':
      // Only the answer to our question brings what was missing; until then nothing counts as saved.
      if (answersUs) peer.gaps = 0
      peer.taken++
      if (moved.length > 0)
        happened.push({ is: 'cards.moved', cards: moved, by: person.id, at: tick.now })
      tick.happened(...happened)
      if (outcome.refused.length > 0) {
        for (const { reason } of outcome.refused) meter.refused(reason)
        // Said before anything else: these are words that whoever wrote them has nowhere else any more.
        if (peer.hello)
          out.frames.push({
            to: peer.id,
            frame: writeJson(MESSAGE.refused, refusedBody(outcome.refused)),
          })
        // What was written without a connection is one answer, however much of it came too late.
        const strikes = answersUs ? 1 : outcome.refused.length
        if (!taking.attendance.strike(peer.person, strikes))
          return out.close(peer.id, CLOSE.tooFast, 'too many edits that the rules refuse')
      }
      if (!taking.attendance.scar(peer.person, outcome.scars))
        return out.close(peer.id, CLOSE.tooFast, 'too many small deletions: wait some minutes')
      if (!outcome.stripped) return
      if (peer.hello) sendReset(peer, out, 'stripped')
      else out.close(peer.id, CLOSE.seat, 'some deletions were refused: take a new seat')
  }
}

function refusedBody(refused: readonly { change: Change; reason: string }[]): Refused {
  return {
    changes: refused.map(({ change, reason }) => ({
      card: change.id,
      reason,
      message: isRefusal(reason) ? REFUSALS[reason] : REFUSALS['not-now'],
      ...(change.is === 'add' || change.is === 'insert' ? { text: change.text } : {}),
    })),
  }
}

/** The client's document differs for ever: it takes a new one, with a new seat, and offers its own words again. */
function sendReset(peer: Peer, out: Outbox, reason: string): void {
  out.frames.push({
    to: peer.id,
    frame: writeJson(MESSAGE.reset, {
      reason,
      message: 'Some of your changes could not be taken. Your own words are kept.',
    }),
  })
  out.close(peer.id, CLOSE.seat, 'take a new seat')
}
