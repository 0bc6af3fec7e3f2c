/** The topics to talk about: set by a person, one at a time, each with its box of minutes. */
import { phasesAhead } from '../agenda.ts'
import type { CommandOf } from '../command.ts'
import type { Context, Decided } from '../decision.ts'
import type { BoardReader } from '../entry.ts'
import { decided, refuse } from '../decision.ts'
import type { Event } from '../event.ts'
import { own } from '../own.ts'
import type { Queue, Topic } from '../queue.ts'
import { gives, putDown } from '../queue.ts'
import type { SessionState } from '../session.ts'
import { phaseGives } from '../sources.ts'
import { added } from '../timer.ts'

export function change(
  state: SessionState,
  command: CommandOf<'queue.set' | 'queue.start' | 'queue.next' | 'queue.extend'>,
  context: Context,
): Decided {
  if (state.status !== 'running') return refuse('not-started')
  switch (command.type) {
    case 'queue.set':
      return set(state, command, context)
    case 'queue.start': {
      const topic = state.queue.find(({ target }) => target === command.target)
      if (topic === undefined) return refuse('no-such-card')
      // Whoever asks twice, or for what somebody else has begun meanwhile, does not turn its clock back; nor does a Next
      // that comes late, when the talk has gone on from there.
      const over = topic.is === 'now' || (command.next === true && topic.is === 'done')
      return decided(over ? [] : begun(state.queue, topic.target, context.now))
    }
    case 'queue.next': {
      const next = state.queue.find((topic) => topic.is === 'waiting')
      return decided(begun(state.queue, next?.target ?? null, context.now))
    }
    case 'queue.extend': {
      const { from, minutes, phase, on } = command
      const topicNow = state.queue.find((topic) => topic.is === 'now')
      // Two who press at once, or a press that comes late, mean the minutes that they saw.
      if (on !== undefined && (topicNow?.target !== on.target || topicNow.minutes !== on.minutes))
        return decided([])
      if (from !== undefined && (phase !== undefined || !gives(state.queue, from, minutes)))
        return refuse('no-minutes-there')
      const steps = phase === undefined ? [] : lessFor(state, phase, minutes)
      if (steps === null) return refuse('no-minutes-there')
      const queue = state.queue.map((topic) => {
        if (topic.is === 'now') return { ...topic, minutes: Math.max(0, topic.minutes + minutes) }
        return topic.target === from ? { ...topic, minutes: topic.minutes - minutes } : topic
      })
      return decided([
        ...steps,
        { is: 'queue.set', queue },
        { is: 'timer.set', timer: added(state.timer, minutes * 60_000, context.now) },
      ])
    }
  }
}

/** A phase that is still to come with fewer minutes; null where it has not so many to give. */
function lessFor(state: SessionState, asked: string, minutes: number): Event[] | null {
  const phases = phasesAhead(state.format.phases, state.steps)
  const at = phases.findIndex(({ id }) => id === state.phase?.id)
  const giver = phases.slice(at + 1).find(({ id }) => id === asked)
  const step = own(state.steps, asked)
  if (giver === undefined || step === undefined || !phaseGives(giver, minutes)) return null
  const less = { minutes: giver.minutes - minutes }
  return [
    {
      is: 'agenda.set',
      phases: state.format.phases.map((phase) => (phase === giver ? { ...phase, ...less } : phase)),
      steps: { ...state.steps, [asked]: { ...step, ...less } },
    },
  ]
}

/** What comes is set anew; what has been talked about, or is now, stays with its minutes. */
function set(state: SessionState, command: CommandOf<'queue.set'>, { board }: Context): Decided {
  const targets = command.topics.map((topic) => topic.target)
  if (new Set(targets).size < targets.length) return refuse('no-such-card')
  if (targets.some((target) => !stands(board, target))) return refuse('no-such-card')
  const asked = new Map(command.topics.map((topic) => [topic.target, topic]))
  const kept = state.queue.filter(
    (topic) => topic.is === 'now' || (topic.is === 'done' && !asked.has(topic.target)),
  )
  const queue = [
    ...kept.map((topic) => ({ ...topic, ...asked.get(topic.target) })),
    ...command.topics
      .filter((topic) => !kept.some((other) => other.target === topic.target))
      .map((topic): Topic => {
        const used = state.queue.find((other) => other.target === topic.target)?.used
        return { ...topic, is: 'waiting', ...(used === undefined ? {} : { used }) }
      }),
  ]
  return decided([{ is: 'queue.set', queue }])
}

/** A card, a category or a group; one that nobody has named is what its cards make it. */
function stands(board: BoardReader, target: string): boolean {
  const entry = board.entry(target)
  if (entry !== null) return !entry.removed
  for (const card of board.entries())
    if (card.kind === 'card' && !card.removed && card.group === target) return true
  return false
}

/** The topic talked about is done, the next one has the floor and its own clock. */
function begun(queue: Queue, target: string | null, now: number): Event[] {
  const moved = putDown(queue, 'done', now).map((topic): Topic =>
    topic.target === target ? { ...topic, is: 'now', since: now } : topic,
  )
  const begins = moved.find((topic) => topic.is === 'now')
  const events: Event[] = [{ is: 'queue.set', queue: moved }]
  if (begins !== undefined)
    events.push({
      is: 'timer.set',
      timer: { is: 'running', endsAt: now + begins.minutes * 60_000 },
    })
  return events
}
