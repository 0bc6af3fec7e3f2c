/** One pure function decides every command: the union of `command.ts` in, events and edits or a refusal out. */
import type { Command } from './command.ts'
import type { Context, Decided } from './decision.ts'
import { decided, refuse } from './decision.ts'
import * as agenda from './decide/agenda.ts'
import * as aside from './decide/aside.ts'
import * as chair from './decide/chair.ts'
import * as cards from './decide/cards.ts'
import * as discussing from './decide/discussing.ts'
import * as drafts from './decide/drafts.ts'
import * as estimates from './decide/estimates.ts'
import * as groups from './decide/groups.ts'
import * as history from './decide/history.ts'
import * as people from './decide/people.ts'
import * as phases from './decide/phases.ts'
import * as plan from './decide/plan.ts'
import * as queue from './decide/queue.ts'
import * as rehearsal from './decide/rehearsal.ts'
import * as rounds from './decide/rounds.ts'
import * as solo from './decide/solo.ts'
import type { Deed } from './permission.ts'
import { refusalFor } from './permission.ts'
import type { SessionState } from './session.ts'
import { settingFor } from './setting.ts'

/** The deed each command is; commands that ask further questions do so in their own file. */
const DEED: Record<Command['type'], Deed | null> = {
  'session.setup': 'lead',
  'session.open': 'lead',
  'session.solo': 'lead',
  'session.clear': 'lead',
  'plan.set': 'lead',
  'session.rename': 'lead',
  'session.lock': 'lead',
  'session.close': 'lead',
  'session.reopen': 'reopen',
  'session.delete': 'delete',
  'person.rename': null,
  'person.remove': 'lead',
  'person.role': 'lead',
  'person.admit': 'lead',
  'chair.hand': 'lead',
  'chair.share': 'lead',
  'chair.take': null,
  'chair.standin': 'lead',
  'phase.go': 'lead',
  'agenda.set': 'lead',
  'timer.start': 'lead',
  'timer.pause': 'lead',
  'timer.resume': 'lead',
  'timer.add': 'lead',
  'timer.hide': 'lead',
  'prompt.show': 'lead',
  'prompt.hide': 'lead',
  gather: 'lead',
  'more-time': 'hand',
  ready: 'ready',
  'hand.raise': 'hand',
  'hand.lower': 'hand',
  'draft.put': null,
  'draft.remove': null,
  'draft.limit': 'lead',
  reveal: 'lead',
  'pour.late': 'lead',
  'card.add': null,
  'card.reword': null,
  'card.remove': null,
  'card.restore': null,
  'card.history': null,
  'history.mark': 'lead',
  'history.restore': 'lead',
  'card.show': 'lead',
  'card.aside': 'lead',
  'card.return': 'lead',
  'lane.remove': 'lanes',
  'lane.restore': 'lanes',
  'group.merge': null,
  'round.open': 'lead',
  'round.change': 'lead',
  'round.close': 'lead',
  'dot.add': 'dot',
  'dot.take': 'dot',
  'estimate.open': 'lead',
  'estimate.put': 'estimate',
  'estimate.pass': 'estimate',
  'estimate.reveal': 'lead',
  'estimate.reopen': 'lead',
  'estimate.settle': 'lead',
  'queue.set': 'lead',
  'queue.start': 'lead',
  'queue.next': 'lead',
  'queue.extend': 'lead',
  thumb: 'thumb',
  'decision.add': 'decide',
  'decision.change': 'decide',
  'scribe.set': 'lead',
  'notes.by': 'lead',
}

/** Dots and estimates follow their round, which may be open in any phase; who may take part is still the table's. */
const IN_A_ROUND: ReadonlySet<Command['type']> = new Set([
  'dot.add',
  'dot.take',
  'estimate.put',
  'estimate.pass',
])

/** What a command comes to: events, and edits of the board, or why not. */
export function decide(state: SessionState, command: Command, context: Context): Decided {
  const deed = DEED[command.type]
  if (deed !== null) {
    const setting = settingFor(state)
    const opens = IN_A_ROUND.has(command.type) ? (['dots', 'estimates'] as const) : setting.opens
    const refusal = refusalFor(context.person, deed, { ...setting, opens })
    if (refusal !== null) return refuse(refusal)
  }
  switch (command.type) {
    case 'session.setup':
      return people.setup(state, command, context)
    case 'session.open':
      return people.open(state)
    case 'session.solo':
      return solo.solo(state, context)
    case 'session.clear':
      return rehearsal.clear(state)
    case 'plan.set':
      return plan.set(state, command)
    case 'session.rename':
      return people.renameSession(state, command)
    case 'session.lock':
      return people.lock(state, command, context)
    case 'session.close':
      return phases.close(state, context)
    case 'session.reopen':
      return phases.reopen(context)
    case 'session.delete':
      return decided([{ is: 'session.deleted' }])
    case 'person.rename':
      return people.rename(state, command, context)
    case 'person.remove':
      return people.remove(state, command, context)
    case 'person.role':
      return people.role(state, command, context)
    case 'person.admit':
      return people.admit(state, command)
    case 'chair.hand':
      return chair.hand(state, command, context)
    case 'chair.share':
      return chair.share(state, command)
    case 'chair.take':
      return chair.take(state, context)
    case 'chair.standin':
      return chair.standin(state, command)
    case 'phase.go':
      return phases.go(state, command, context)
    case 'agenda.set':
      return agenda.set(state, command)
    case 'timer.start':
    case 'timer.pause':
    case 'timer.resume':
    case 'timer.add':
    case 'timer.hide':
      return phases.timer(state, command, context)
    case 'prompt.show':
    case 'prompt.hide':
      return phases.prompt(state, command)
    case 'gather':
      return phases.gather(state, context)
    case 'more-time':
      return phases.moreTime(state, context)
    case 'ready':
      return phases.ready(state, command, context)
    case 'hand.raise':
    case 'hand.lower':
      return people.hand(state, command, context)
    case 'draft.put':
      return drafts.put(state, command, context)
    case 'draft.remove':
      return drafts.remove(state, command, context)
    case 'draft.limit':
      return drafts.limit(state, command)
    case 'reveal':
      return drafts.reveal(state, null, context)
    case 'pour.late':
      return drafts.pourLate(state, context)
    case 'card.add':
      return cards.add(state, command, context)
    case 'card.reword':
      return cards.reword(state, command, context)
    case 'card.remove':
    case 'card.restore':
      return cards.remove(state, command, context)
    case 'card.history':
      return cards.history(state, command, context)
    case 'history.mark':
      return history.mark(state, command, context)
    case 'history.restore':
      return history.restore(state, command, context)
    case 'card.show':
      return aside.show(state, command, context)
    case 'card.aside':
      return aside.aside(state, command, context)
    case 'card.return':
      return aside.giveBack(state, command, context)
    case 'group.merge':
      return groups.merge(state, command, context)
    case 'lane.remove':
      return cards.removeLane(state, command, context)
    case 'lane.restore':
      return cards.restoreLane(command, context)
    case 'round.open':
      return rounds.open(state, command, context)
    case 'round.change':
      return rounds.change(state, command)
    case 'round.close':
      return rounds.close(state, command, context)
    case 'dot.add':
    case 'dot.take':
      return rounds.dot(state, command, context)
    case 'estimate.open':
      return estimates.open(state, command, context)
    case 'estimate.put':
    case 'estimate.pass':
      return estimates.answer(state, command, context)
    case 'estimate.reveal':
      return estimates.reveal(state, command)
    case 'estimate.reopen':
      return estimates.reopen(state, command)
    case 'estimate.settle':
      return estimates.settle(state, command)
    case 'queue.set':
    case 'queue.start':
    case 'queue.next':
    case 'queue.extend':
      return queue.change(state, command, context)
    case 'thumb':
      return discussing.thumb(state, command, context)
    case 'decision.add':
      return discussing.addDecision(state, command, context)
    case 'decision.change':
      return discussing.changeDecision(state, command)
    case 'scribe.set':
      return discussing.setScribe(state, command)
    case 'notes.by':
      return people.notes(state, command)
  }
}
