/** What whoever leads does: goes through the phases, opens votes, sets aside, and now and then what nobody expects. */
import type { Doing } from './deeds.ts'
import { pick } from './deeds.ts'

const ON_CARDS = ['card.aside', 'card.return', 'card.remove', 'card.restore', 'card.show'] as const

/** Goes on to the next phase, or back to an earlier one; the last one leads to the first. */
export function goOn({ client, view, random }: Doing): void {
  const { phases } = view.format
  const at = phases.findIndex(({ id }) => id === view.phase?.id)
  const back = at > 1 && random() < 0.1
  const next = phases[back ? at - 1 : (at + 1) % phases.length]
  if (next !== undefined) void client.ask({ type: 'phase.go', phase: next.id, finish: true })
}

/** One deed of somebody who leads. */
export function lead({ client, view, random, words }: Doing): void {
  const section = view.phase?.section ?? ''
  const rounds = Object.entries(view.facts.rounds)
  const cards = [section, ...client.ids(section, 'lane')].flatMap((id) => client.ids(id, 'card'))
  const card = pick(cards, random)
  const thrown = random()
  if (thrown < 0.15) void client.ask({ type: 'timer.start' })
  else if (thrown < 0.25) void client.ask({ type: 'timer.add', minutes: 1 })
  else if (thrown < 0.35 && rounds.length < 15)
    void client.ask({
      type: 'round.open',
      section,
      rules: {
        budget: 1 + Math.floor(random() * 6),
        cap: random() < 0.5 ? 2 : null,
        live: random() < 0.5,
      },
    })
  else if (thrown < 0.45) {
    const open = rounds.filter(([, round]) => round.is === 'open' && round.rules.kind === 'dots')
    const [round, fact] = pick(open, random) ?? []
    if (round === undefined || fact?.rules.kind !== 'dots') return
    const { budget, cap, live } = fact.rules
    const rules = { budget: Math.max(1, budget + (random() < 0.5 ? 1 : -1)), cap, live }
    if (random() < 0.5) void client.ask({ type: 'round.change', round, rules })
    else void client.ask({ type: 'round.close', round })
  } else if (thrown < 0.6 && card !== undefined) {
    const type = pick(ON_CARDS, random)
    if (type !== undefined) void client.ask({ type, card })
  } else if (thrown < 0.7) {
    const topics = cards.slice(0, 3).map((target) => ({ target, minutes: 2 }))
    void client.ask({ type: 'queue.set', topics })
  } else if (thrown < 0.78) void client.ask({ type: 'queue.next' })
  else if (thrown < 0.86) void client.ask({ type: 'decision.add', text: words() })
  else if (thrown < 0.92) void client.ask({ type: 'session.lock', cards: random() < 0.3 })
  else if (thrown < 0.96) void client.ask({ type: 'pour.late' })
  else void client.ask({ type: 'gather' })
}
