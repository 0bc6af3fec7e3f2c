/** What is published of a state under the root `session`: the one way out, so that secrets have none. */
import { plannedEnd } from './agenda.ts'
import { tally } from './ballot.ts'
import { cardsEach } from './draft.ts'
import { estimateResult } from './estimate.ts'
import type { DotRules } from './format.ts'
import { phaseOf } from './format.ts'
import type { Json } from './json.ts'
import { counts } from './person.ts'
import type { Round, SessionState } from './session.ts'
import { SCHEMA } from './session.ts'
import { isSolo } from './solo.ts'

/** The facts as they stand under the root `session`: JSON values, and nested maps of JSON values. */
export interface Published {
  values: Record<string, Json>
  maps: Record<string, Record<string, Json>>
}

/** What is published of a state; secrets have no way into it but through this function. */
export function publish(state: SessionState, epoch: number): Published {
  const values: Record<string, Json> = {
    schema: SCHEMA,
    epoch,
    title: state.title,
    format: state.format.id,
    status: state.status,
    joinCode: state.joinCode,
    locked: state.locked,
    anonymous: state.anonymous,
    solo: isSolo(state),
    cardsLocked: state.cardsLocked.on,
    cardsLockedBy: state.cardsLocked.by ?? null,
    createdAt: state.createdAt,
    closedAt: state.closedAt,
    phase: state.phase === null ? null : { id: state.phase.id, since: state.phase.since },
    timer: { ...state.timer },
    prompt: state.prompt,
    reveal: state.reveal === null ? null : { at: state.reveal.at },
    show: state.show,
    cardsEach: cardsEach(state),
    poured: [...state.poured],
    queue: state.queue.map((topic) => ({ ...topic })),
    notes: { ...state.notes, checkInDates: [...(state.notes.checkInDates ?? [])] },
    endsBy: state.endsBy ?? (state.phase === null ? plannedEnd(state) : null),
    plan: { ...state.plan },
    chair: state.vacancy === undefined || state.vacancy === null ? null : { ...state.vacancy },
    leads: (state.leads ?? []).map((lead) => ({ ...lead })),
    broughtBack:
      state.broughtBack === undefined || state.broughtBack === null
        ? null
        : { ...state.broughtBack, to: { ...state.broughtBack.to } },
    gather: state.gather === undefined || state.gather === null ? null : { ...state.gather },
  }
  for (const [id, step] of Object.entries(state.steps)) values[`step:${id}`] = { ...step }
  for (const { id, question, prompts } of state.format.phases)
    values[`ask:${id}`] = { question, prompts: [...prompts] }
  for (const [id, person] of Object.entries(state.people)) {
    const { name, role, colour, takesPart, left, lead, standin, test, scribe } = person
    values[`person:${id}`] = {
      name,
      role,
      colour,
      takesPart,
      left,
      ...(lead === true ? { lead } : {}),
      ...(standin === true ? { standin } : {}),
      ...(test === true ? { test } : {}),
      ...(scribe === true ? { scribe } : {}),
    }
  }
  for (const [card, { at }] of Object.entries(state.aside)) values[`aside:${card}`] = { at }
  for (const [id, { text, from, at, removed }] of Object.entries(state.decisions))
    if (!removed) values[`decision:${id}`] = { text, from, at }
  const maps: Published['maps'] = { live: live(state) }
  for (const [id, round] of Object.entries(state.rounds)) {
    values[`round:${id}`] = roundFact(round)
    if (round.kind === 'estimates') Object.assign(values, estimateFacts(id, round))
    else if (round.is === 'open' && round.rules.live) maps[`live:${id}`] = tally(round.ballots)
  }
  return { values, maps }
}

function roundFact(round: Round): Json {
  const { section, is, openedAt } = round
  if (round.kind === 'dots')
    return {
      section,
      is,
      openedAt,
      rules:
        round.options === undefined
          ? dotRulesFact(round.rules)
          : { kind: 'poll', options: round.options.map((option) => ({ ...option })) },
      ...(round.targets === undefined ? {} : { targets: [...round.targets] }),
      ...(round.result === undefined ? {} : { result: { ...round.result } }),
      ...(round.of === undefined ? {} : { of: round.of }),
    }
  const { of, axes, scale } = round
  return {
    section,
    is,
    openedAt,
    rules: { kind: 'estimates', of, axes: [...axes], scale: { ...scale } },
  }
}

function dotRulesFact({ own, ...rules }: DotRules): Json {
  return { kind: 'dots', ...rules, ...(own === undefined ? {} : { own }) }
}

function estimateFacts(
  id: string,
  round: Extract<Round, { kind: 'estimates' }>,
): Record<string, Json> {
  const facts: Record<string, Json> = {}
  // Of what is not revealed not even the key: one that came with the first number would tell of it.
  for (const target of round.revealed) {
    const key = `estimate:${id}:${target}`
    const answers = Object.values(round.answers[target] ?? {})
    const { axes, product } = estimateResult(round.axes, answers, round.agreed[target])
    const plain: Record<string, Json> = {}
    for (const [axis, result] of Object.entries(axes))
      plain[axis] = { ...result, spread: { ...result.spread } }
    facts[key] = { result: { axes: plain, product } }
  }
  return facts
}

function live(state: SessionState): Record<string, Json> {
  const counted = Object.values(state.people).filter(counts)
  const facts: Record<string, Json> = {
    ready: { n: counted.filter((person) => state.ready[person.id]).length, of: counted.length },
  }
  const rounds = Object.values(state.rounds).filter((round) => round.is === 'open')
  const focus = phaseOf(state.format, state.phase?.id ?? null)?.section
  const open = rounds.find((round) => round.section === focus) ?? rounds[0]
  if (open !== undefined)
    facts['voted'] = {
      n: counted.filter((person) => hasVoted(open, person.id)).length,
      of: counted.length,
    }
  // With one or two writers a total says who wrote; it is published from three on.
  if (counted.length >= 3 && state.draftCount.shown > 0)
    facts['drafts'] = { n: state.draftCount.shown }
  const thumbs = counted.flatMap((person) => state.thumbs[person.id] ?? [])
  if (thumbs.length > 0) {
    const all = (which: string): number => thumbs.filter((thumb) => thumb === which).length
    facts['thumb'] = { up: all('up'), side: all('side'), down: all('down'), of: counted.length }
  }
  state.hands.forEach((person, index) => (facts[`hand:${person}`] = index + 1))
  return facts
}

function hasVoted(round: Round, person: string): boolean {
  if (round.kind === 'dots') return Object.keys(round.ballots[person] ?? {}).length > 0
  const targets =
    round.asked?.map((target) => round.answers[target]) ?? Object.values(round.answers)
  return (
    targets.length > 0 &&
    targets.every((answers) => round.axes.every((axis) => answers?.[person]?.[axis] !== undefined))
  )
}
