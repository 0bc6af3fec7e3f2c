/**
 * One's own deeds taken back and done again: inverse intents, each applied only while nobody has changed the value
 * since. What is done again is what was taken back, taken back.
 */
import { textOf } from '@plenary/shared/board'
import type { Command } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import type { Answer } from '@plenary/shared/frame'
import { parsePlace } from '@plenary/shared/entry'
import { own } from '@plenary/shared/own'
import type { Deed as Permitted } from '@plenary/shared/permission'
import { refusalFor } from '@plenary/shared/permission'
import { answerIn } from '@plenary/shared/poll'
import { rebased, spliceBetween, spliced } from '@plenary/shared/splice'
import type { Splice } from '@plenary/shared/splice'
import { link } from '../words/link.ts'
import { removed as words } from '../words/removed.ts'
import type { Deed, Step } from './deeds.ts'
import { valueOf } from './deeds.ts'
import { inParts, wayOut } from './many-cards.ts'
import { rewriteAsked } from './open-texts.ts'
import { othersOf } from './others.ts'
import { sentenceOf } from './sentence.ts'
import type { SessionClient, View } from './session-client.ts'

type Change = Exclude<Step, { inverse: Command }>
type Asked = Extract<Step, { inverse: Command }>

/**
 * Takes back what this person did last, or does again what they took back last, and says so; true where all of it
 * went. What is on its way is waited for, since nobody knows before whether it is a deed. `meant`: what there was when
 * it was asked for; what is done while it waits stays.
 */
export async function turnLast(
  client: SessionClient,
  undone: boolean,
  meant: ReadonlySet<Deed>,
): Promise<boolean> {
  const { deeds } = client.editing
  const last = (): Deed | undefined =>
    (undone ? deeds.undone : deeds.all).findLast((one) => meant.has(one))
  const tell = (message: string): void => client.notify({ is: 'info', message })
  let deed = last()
  // Looked for again after each wait: of two quick presses the second one means the deed before.
  for (; deed?.asked !== undefined; deed = last()) {
    await whileLive(client, deed.asked)
    if (deed.asked === undefined) continue
    tell(link.notNow)
    return false
  }
  if (deed === undefined) tell(undone ? words.nothingAgain : words.nothing)
  else if (await takeBack(client, deed)) {
    tell((undone ? words.redone : words.undone)(deed.what))
    return true
  }
  return false
}

/** Resolves with the other one, or without a connection before it. */
function whileLive(client: SessionClient, other: Promise<unknown>): Promise<void> {
  return new Promise((go) => {
    const end = (): void => {
      stop()
      go()
    }
    const look = (): void => {
      if (client.link().is !== 'live') end()
    }
    const stop = client.subscribe(look)
    void other.then(end)
    look()
  })
}

/**
 * Takes a deed back, or does it again where it was taken back; an entry as a whole or not at all. False where
 * something of it stays as it is, which is told.
 */
export async function takeBack(client: SessionClient, deed: Deed): Promise<boolean> {
  const { deeds, commands } = client.editing
  const again = deeds.undone.includes(deed)
  if (!again && !deeds.all.includes(deed)) return false
  deeds.drop(deed)
  const steps = netOf(deed.steps)
  const stays = new Map<string, string | Promise<string>>()
  for (const step of steps) {
    const id = 'inverse' in step ? JSON.stringify(step.inverse) : step.id
    const why = 'inverse' in step ? whyNotAsked(client, step) : whyNot(client, step)
    if (why !== null && !stays.has(id)) stays.set(id, why)
  }
  const turned: Step[] = []
  const answers: Promise<string | null>[] = []
  const ask = async (command: Command): Promise<string | null> => {
    const { ok, message = '', reason } = await commands.ask(command, { quiet: true })
    if (ok) return null
    const over = reason === 'round-closed' || reason === 'no-such-round'
    return command.type.startsWith('dot') && over ? words.dotStays : message
  }
  deeds.undoing = true
  const turn = (step: Step): void => {
    if ('inverse' in step) {
      if (stays.has(JSON.stringify(step.inverse))) return
      answers.push(ask(step.inverse))
      if (step.again !== undefined) turned.push({ inverse: step.again, again: step.inverse })
    } else if (!stays.has(step.id)) {
      if (step.field === 'text') turned.push(...changeText(client, step, ask, answers))
      else {
        client.setField(step.id, step.field, step.from)
        turned.push({ ...step, from: step.to, to: step.from })
      }
    }
  }
  inParts(client, steps.toReversed(), turn)
  deeds.undoing = false
  const back: Deed = { what: deed.what, steps: turned }
  if (turned.length > 0) deeds.keep(back, !again)
  const refused = (await Promise.all(answers)).find((one) => one !== null)
  if (refused !== undefined) deeds.drop(back)
  const told = refused ?? (await [...stays.values()][0])
  if (told === undefined) return true
  client.notify({ is: 'info', message: told })
  return false
}

/** The way back of a request, where it was granted. `before`: as it was seen when it was asked. */
export function wayBack(command: Command, before: View | null, { ok, card }: Answer): Step[] {
  const { type } = command
  if (!ok) return []
  if (type === 'dot.add' || type === 'dot.take') {
    const { round, target } = command
    const other = type === 'dot.add' ? answerBefore(before, round, target) : null
    const inverse: Command =
      other === null
        ? { type: type === 'dot.add' ? 'dot.take' : 'dot.add', round, target }
        : { type, round, target: other }
    return [{ inverse, again: command }]
  }
  if (type === 'estimate.settle') {
    const numbers = before?.facts.estimates[`${command.round}:${command.target}`]?.result?.axes
    const value = own(numbers ?? {}, command.axis)?.agreed ?? null
    return [{ inverse: { ...command, value }, again: command }]
  }
  // Nobody is its author: only who may remove what others wrote can take it back.
  const isOthers = type === 'card.add' && command.capture === true
  if (
    isOthers &&
    before !== null &&
    refusalFor(before.you, 'remove others', before.setting) !== null
  )
    return []
  const id = type === 'card.restore' ? command.card : card
  return typeof id === 'string' ? [wayOut(id)] : []
}

/** In a poll another answer takes the place of the one before. */
function answerBefore(view: View | null, round: string, target: string): string | null {
  if (view?.facts.rounds[round]?.rules.kind !== 'poll') return null
  const answer = answerIn(view.mine.dots[round])
  return answer === target ? null : answer
}

/** Each field once, from its first value to its last; requests as they were. */
function netOf(steps: readonly Step[]): Step[] {
  const net = new Map<string, Step>()
  for (const step of steps) {
    if ('inverse' in step) {
      net.set(`asked ${net.size}`, step)
      continue
    }
    const key = `${step.id} ${step.field}`
    const first = net.get(key)
    net.set(key, first === undefined || 'inverse' in first ? step : { ...first, to: step.to })
  }
  return [...net.values()]
}

/** Why a change stays as it is; null: it can be taken back. */
function whyNot(client: SessionClient, step: Change): string | Promise<string> | null {
  const now = client.entry(step.id)
  if (now === null) return words.gone
  const name = client.view()?.facts.people[othersOf(client).mover(step.id) ?? '']?.name
  const is = valueOf(now, step.field)
  if (step.field !== 'removed' && now.removed) return words.removedSince
  if (step.field === 'text') {
    if (splicesBack(step, now.text) === null) return words.rewordedSince
  } else if (is !== step.to)
    return step.field === 'place' ? words.movedSince(name) : words.since(name)
  const lane = step.field === 'place' ? parsePlace(String(step.from))?.parent : undefined
  if (lane !== undefined && client.entry(lane)?.removed === true) return sentenceOf('no-such-lane')
  const view = client.view()
  const deed = permitted(now, step.field, view)
  const refusal = view === null || deed === null ? null : refusalFor(view.you, deed, view.setting)
  return refusal === null ? null : sentenceOf(refusal)
}

function whyNotAsked(client: SessionClient, { inverse, again }: Asked): string | null {
  if (inverse.type === 'lane.remove') {
    const known = again?.type === 'lane.restore' ? again.cards : []
    const holds = client.ids(inverse.lane, 'card').some((card) => !known.includes(card))
    return holds ? words.laneHolds : null
  }
  return inverse.type === 'lane.restore' && client.entry(inverse.lane)?.removed === false
    ? words.laneBack
    : null
}

/** What the server will ask of a change of this field; null: it is the server's to say. */
function permitted(entry: Entry, field: string, view: View | null): Permitted | null {
  if (entry.kind === 'lane') return 'lanes'
  if (entry.kind === 'group') return 'move'
  if (entry.kind !== 'card') return null
  const isOwn = entry.by === view?.you.id || view?.mine.cards.includes(entry.id) === true
  if (field === 'text') return isOwn ? 'edit own' : 'edit others'
  if (field === 'removed') return isOwn ? 'remove own' : 'remove others'
  return 'move'
}

/** The way back for words, around what others wrote elsewhere in the text; null where they wrote in the same place. */
function splicesBack({ from, to }: Change, now: string): Splice[] | null {
  const mine = spliceBetween(String(to), String(from))
  if (now === to) return [mine]
  const theirs = spliceBetween(String(to), now)
  const apart = mine.at + mine.remove <= theirs.at || theirs.at + theirs.remove <= mine.at
  return apart ? rebased(mine, theirs) : null
}

/** Puts words back; a card that nobody has signed is written by the server alone. */
function changeText(
  client: SessionClient,
  step: Change,
  ask: (command: Command) => Promise<string | null>,
  answers: Promise<string | null>[],
): Step[] {
  const { id } = step
  const { editing } = client
  const entry = client.entry(id)
  const doc = editing.doc()
  if (entry === null || doc === null) return []
  const splices = splicesBack(step, entry.text) ?? []
  const wanted = splices.reduce(spliced, entry.text)
  if (entry.kind === 'card' && entry.by === undefined) {
    // The server says why a card stays as it is rather than without a word.
    if (wanted.trim() === '')
      answers.push(ask({ type: 'card.reword', card: id, from: entry.text, to: wanted }))
    else rewriteAsked(editing, id, wanted)
  } else {
    const text = textOf(doc, id)
    const edit = (): void => {
      for (const { at, remove, insert } of splices) {
        if (insert !== '') text?.insert(at, insert)
        if (remove > 0) text?.delete(at + insert.length, remove)
      }
    }
    doc.transact(edit, { by: 'undo' })
  }
  return [{ id, field: 'text', from: entry.text, to: wanted }]
}
