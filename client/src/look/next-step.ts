/** What the Next button of the chair does now: its words and the commands behind it. */
import type { Command } from '@plenary/shared/command'
import type { Phase } from '@plenary/shared/format'
import type { View } from '../sync/session-client.ts'
import { stepWords } from '../words/step.ts'
import { pollOf } from './poll-round.ts'
import { estimateRoundOf } from './estimate-round.ts'
import { dotRoundOf } from './rounds.ts'
import type { Board } from './topics.ts'
import { proposalFor } from './topics.ts'

const words = stepWords

export interface NextStep {
  label: string
  /** What will happen to everyone. */
  detail: string
  /** Asked in this order; none while something is under way that has to end first. */
  commands: Command[]
  /** Leads to the screen before the close, which asks for what is missing and closes by itself. */
  closes?: true
  /** Asked first where it cannot be taken back, or leaves something lying. */
  confirm?: { title: string; body: string; yes: string; no: string }
}

/** The step that comes next, or null once the session is closed. */
export function nextStep(view: View, board: Board): NextStep | null {
  const { facts, phase, format } = view
  if (facts.status === 'closed') return null
  if (facts.status === 'setup')
    return {
      label: words.openLobby,
      detail: words.openLobbyDetail,
      commands: [{ type: 'session.open' }],
    }
  if (facts.status === 'paused')
    return {
      label: words.goOn(phase?.title ?? format.title),
      detail: words.goOnDetail,
      commands: [{ type: 'session.reopen' }],
    }
  if (phase === null) {
    const first = format.phases[0]
    if (first === undefined) return null
    return {
      label: words.start(first.title),
      detail: words.startDetail,
      commands: [{ type: 'phase.go', phase: first.id }],
    }
  }
  if (facts.reveal !== null)
    return {
      label: words.revealing,
      detail: facts.solo === true ? words.alone.revealing : words.revealingDetail,
      commands: [],
    }
  return within(view, phase, board) ?? onwards(view, phase, board)
}

/** What this phase still has to do before the next one. */
function within(view: View, phase: Phase, board: Board): NextStep | null {
  const { facts } = view
  const alone = facts.solo === true
  const dots = dotRoundOf(facts)
  if (dots !== null && dots.round.is === 'open' && !phase.opens.includes('dots'))
    return {
      label: words.closeVote,
      detail: alone ? words.alone.dots : words.closeVoteDetail,
      commands: [{ type: 'round.close', round: dots.id }],
    }
  const poll = pollOf(facts, phase.section)
  if (poll?.round.is === 'open' && facts.solo !== true) {
    const { n = 0, of = 0 } = facts.live.voted ?? {}
    return {
      label: words.showAnswers,
      detail: `${words.voted(n, of)} ${words.showAnswersDetail}`,
      commands: [{ type: 'round.close', round: poll.id }],
    }
  }
  const estimates = estimateRoundOf(facts)
  if (phase.opens.includes('estimates') && estimates?.round.is === 'open') {
    const { n = 0, of = 0 } = facts.live.voted ?? {}
    return {
      label: words.revealNumbers,
      detail: alone ? words.alone.numbers : `${words.voted(n, of)} ${words.revealNumbersDetail}`,
      commands: [{ type: 'estimate.reveal', round: estimates.id }],
    }
  }
  if (phase.activity !== 'discuss') return null
  if (facts.queue.length === 0) return setTopics(view, phase, board)
  const waiting = facts.queue.find((topic) => topic.is === 'waiting')
  if (waiting === undefined) return null
  const begun = facts.queue.some((topic) => topic.is === 'now')
  return {
    label: begun ? words.nextTopic : words.firstTopic,
    detail: begun ? words.nextTopicDetail : words.firstTopicDetail,
    // Named, so that who presses twice, or two at once, pass none over.
    commands: [{ type: 'queue.start', target: waiting.target, next: true }],
  }
}

/** Where too many tie the group chooses in the list, so Next only leads on. */
function setTopics(view: View, phase: Phase, board: Board): NextStep | null {
  const proposal = proposalFor(view, phase, board)
  if (proposal === null || proposal.is === 'none' || proposal.is === 'crowded') return null
  const { targets, minutes } = proposal
  return {
    label: words.setTopics,
    detail: view.facts.solo === true ? words.alone.topics : words.setTopicsDetail,
    commands: [{ type: 'queue.set', topics: targets.map((target) => ({ target, minutes })) }],
  }
}

function onwards(view: View, phase: Phase, board: Board): NextStep {
  const { facts, format } = view
  const alone = facts.solo === true
  const next = format.phases[format.phases.findIndex((one) => one.id === phase.id) + 1]
  if (next === undefined)
    return {
      label: words.close,
      detail: alone ? words.alone.close : words.closeDetail,
      commands: [{ type: 'session.close' }],
      closes: true,
    }
  const commands: Command[] = [{ type: 'phase.go', phase: next.id, finish: true }]
  if (phase.opens.includes('drafts')) return reveal(view, next, commands)
  if (phase.opens.includes('dots') && dotRoundOf(facts, phase.section)?.round.is === 'open')
    return {
      label: next.activity === 'discuss' ? words.closeVoteDiscuss : words.closeVoteNext(next.title),
      detail: alone ? words.alone.dots : words.closeVoteDetail,
      commands,
    }
  const step = {
    label: words.next(next.title),
    detail: alone ? words.alone.next(next.title) : words.nextDetail(next.title),
    commands,
  }
  const hasLanes = board.ids(phase.section, 'lane').length > 0
  const unplaced = phase.activity === 'sort' && hasLanes ? board.unplaced(phase.section).length : 0
  if (unplaced === 0) return step
  return {
    ...step,
    confirm: {
      title: words.unplacedTitle(unplaced),
      body: words.unplacedBody,
      yes: words.unplacedYes(next.title, unplaced),
      no: words.back,
    },
  }
}

function reveal(view: View, next: Phase, commands: Command[]): NextStep {
  const { facts } = view
  const label = next.activity === 'sort' ? words.revealAndSort : words.reveal(next.title)
  // Nobody else has to be asked, or waited for.
  if (facts.solo === true) return { label, detail: words.alone.reveal, commands }
  const { n = 0, of = 0 } = facts.live.ready ?? {}
  const gone = Object.keys(facts.people).filter((id) => {
    const person = facts.people[id]
    return person?.takesPart === true && !person.left && !view.present.has(id)
  }).length
  return {
    label,
    detail: facts.anonymous ? words.revealDetail : words.revealNamedDetail,
    commands,
    confirm: {
      title: words.revealTitle,
      body: [
        words.revealCounts(facts.live.drafts?.n ?? null, n, of, gone),
        ...(view.mine.few === true ? [words.revealFew] : []),
      ].join(' '),
      yes: words.revealYes,
      no: words.wait,
    },
  }
}
