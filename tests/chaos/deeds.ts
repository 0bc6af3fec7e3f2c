/** What one person does next, by chance, from what their page shows; also what the rules will refuse. */
import { editText } from '@plenary/client/sync/open-texts'
import type { SessionClient, View } from '@plenary/client/sync/session-client'
import type { Entry } from '@plenary/shared/entry'
import type { Section } from '@plenary/shared/format'

export interface Doing {
  client: SessionClient
  view: View
  random: () => number
  /** Words that nobody else has. */
  words: () => string
}

/** Cards of a section beyond which people only work on those that are there. */
const ENOUGH = 60

export function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)]
}

/** One deed; nothing where the moment asks for none. */
export function act(doing: Doing): void {
  const { view, random } = doing
  if (random() < 0.12) return aside(doing)
  switch (view.phase?.activity) {
    case 'write':
      return write(doing)
    case 'sort':
      return sort(doing)
    case 'vote':
    case 'brief':
      return vote(doing)
    case 'estimate':
      return estimate(doing)
    case 'discuss':
    case 'actions':
      return follow(doing)
    case undefined:
      return
  }
}

/** What may be done at any time. */
function aside({ client, view, random, words }: Doing): void {
  const thrown = random()
  if (thrown < 0.3) void client.ask({ type: 'ready', on: random() < 0.7 })
  else if (thrown < 0.5)
    void client.ask(view.mine.hand ? { type: 'hand.lower' } : { type: 'hand.raise' })
  else if (thrown < 0.6) void client.ask({ type: 'more-time' })
  else if (thrown < 0.9) client.add('note', 'parking', words())
  else {
    const note = pick(client.ids('parking', 'note'), random)
    if (note !== undefined) type(client, note, words(), random)
  }
}

function write({ client, view, random, words }: Doing): void {
  const section = view.phase?.section ?? ''
  const drafts = view.mine.drafts.filter((draft) => draft.section === section)
  const draft = pick(drafts, random)
  const thrown = random()
  if (draft === undefined || (thrown < 0.45 && drafts.length < 12)) {
    const state = random() < 0.6 ? 'done' : 'open'
    client.putDraft({ id: client.newId(), section, text: words(), state })
  } else if (thrown < 0.9) {
    const text = `${draft.text} ${words()}`.slice(-600)
    const state = random() < 0.7 ? 'done' : 'open'
    client.putDraft({ id: draft.id, section, text, state })
  } else client.removeDraft(draft.id)
}

/** Places of a section that cards stand in. */
function placesOf(client: SessionClient, section: string): string[] {
  return [section, ...client.ids(section, 'lane')]
}

function cardsIn(client: SessionClient, section: string): Entry[] {
  return placesOf(client, section)
    .flatMap((place) => client.ids(place, 'card'))
    .flatMap((id) => client.entry(id) ?? [])
}

function sort({ client, view, random, words }: Doing): void {
  const section = view.phase?.section ?? ''
  const cards = cardsIn(client, section)
  const card = pick(cards, random)
  const place = pick(placesOf(client, section), random) ?? section
  const thrown = random()
  const wall = sectionOf(view, section)?.kind === 'wall'
  if (card === undefined || (thrown < 0.2 && cards.length < ENOUGH)) {
    const at = wall
      ? { x: Math.floor(random() * 2_000), y: Math.floor(random() * 1_200) }
      : undefined
    client.add('card', wall ? section : place, words(), {}, at)
  } else if (thrown < 0.5) {
    if (random() < 0.5) client.hold(card.id, false)
    client.move(card.id, place, pick(client.ids(place, 'card'), random) ?? null)
    client.release()
  } else if (thrown < 0.8) {
    const mine = cards.filter(({ by }) => by === view.you.id)
    type(client, (pick(mine, random) ?? card).id, words(), random)
  } else if (thrown < 0.92) {
    const groups = client.ids(section, 'group')
    const known = random() < 0.7 ? pick(groups, random) : undefined
    const group =
      groups.length < 8 && known === undefined
        ? client.add('group', section, words().slice(0, 60))
        : known
    client.setField(card.id, 'group', random() < 0.8 ? (group ?? '') : '')
  } else if (thrown < 0.96) client.remove(card.id)
  else {
    const gone = client.notices().findLast(({ undo }) => undo !== undefined)
    gone?.undo?.()
  }
}

/** Some letters more, or some fewer, in the midst of others who write there. */
function type(client: SessionClient, id: string, words: string, random: () => number): void {
  if (client.editing.doc() === null) return
  const edit = editText(client.editing, id)
  const text = edit.text()
  const at = Math.floor(random() * text.length)
  if (text.length > 300) edit.set(text.slice(0, at) + text.slice(at + 40), at)
  else edit.set(`${text.slice(0, at)} ${words} ${text.slice(at)}`, at + words.length + 2)
  edit.done()
}

/** Mostly within the limits, often beyond them. */
function vote({ client, view, random }: Doing): void {
  const open = Object.entries(view.facts.rounds).filter(
    ([, round]) => round.is === 'open' && round.rules.kind !== 'estimates',
  )
  const [round, fact] = pick(open, random) ?? []
  if (round === undefined || fact === undefined) return
  const options = fact.rules.kind === 'poll' ? fact.rules.options.map(({ id }) => id) : null
  const targets = options ?? [
    ...cardsIn(client, fact.section).map(({ id }) => id),
    ...client.ids(fact.section, 'group'),
  ]
  // A few that everybody likes, so that totals grow and caps are met.
  const target = pick(random() < 0.6 ? targets.slice(0, 4) : targets, random)
  if (target === undefined) return
  const taken = Object.keys(view.mine.dots[round] ?? {})
  if (random() < 0.25 && taken.length > 0)
    void client.ask({ type: 'dot.take', round, target: pick(taken, random) ?? target })
  else
    for (let n = 0; n < (random() < 0.2 ? 4 : 1); n++)
      void client.ask({ type: 'dot.add', round, target })
}

function estimate({ client, view, random }: Doing): void {
  const open = Object.entries(view.facts.rounds).find(
    ([, round]) => round.is === 'open' && round.rules.kind === 'estimates',
  )
  const [round, fact] = open ?? []
  if (round === undefined || fact?.rules.kind !== 'estimates') return
  const { axes, of } = fact.rules
  const target = pick(client.ids(of, 'lane'), random)
  const axis = pick(axes, random)
  if (target === undefined || axis === undefined) return
  if (random() < 0.1) void client.ask({ type: 'estimate.pass', round, target, axis })
  else
    void client.ask({
      type: 'estimate.put',
      round,
      target,
      axis,
      value: 1 + Math.floor(random() * 5) / 2,
    })
}

function follow({ client, view, random, words }: Doing): void {
  const thrown = random()
  const actions = client.ids('actions', 'action')
  const action = pick(actions, random)
  if (thrown < 0.15)
    void client.ask({ type: 'thumb', thumb: pick(['up', 'side', 'down'], random) ?? null })
  else if (action === undefined || (thrown < 0.4 && actions.length < ENOUGH / 2))
    client.add('action', 'actions', words())
  else if (thrown < 0.6)
    client.setField(action, 'owner', pick(Object.keys(view.facts.people), random) ?? '')
  else if (thrown < 0.7) client.setField(action, 'due', `2027-0${1 + Math.floor(random() * 9)}-10`)
  else type(client, action, words(), random)
}

function sectionOf(view: View, id: string): Section | undefined {
  return view.format.sections.find((section) => section.id === id)
}
