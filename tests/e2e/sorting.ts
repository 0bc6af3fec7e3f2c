/** Cards in lanes: read from a screen or a document, carried by a mouse, dealt to a phone and tapped into place. */
import * as Y from 'yjs'
import type { PlainClient } from '../kit/plain-client.ts'
import { must } from '@plenary/shared/must'
import { until } from '../kit/until.ts'
import type { Visitor } from '../kit/visitor.ts'
import { button, press, sees, times } from './actors.ts'

/** Lane name -> texts of its cards, sorted. */
export type Lanes = Record<string, string[]>

export async function lanesOnDesk({ page }: Visitor): Promise<Lanes> {
  return page.evaluate(() => {
    const lanes: Record<string, string[]> = {}
    for (const zone of document.querySelectorAll('section[aria-label]')) {
      const name = /^(.*), \d+ cards?$/.exec(zone.getAttribute('aria-label') ?? '')?.[1]
      if (name === undefined) continue
      lanes[name] = [...zone.querySelectorAll('[data-card] > p:first-of-type')]
        .map((text) => text.textContent)
        .toSorted()
    }
    return lanes
  })
}

/** Entries of a kind that have not been removed. */
export function entriesOf(
  client: PlainClient,
  kind: string,
): { id: string; map: Y.Map<unknown> }[] {
  return [...client.cards().entries()].flatMap(([id, map]) =>
    map instanceof Y.Map && map.get('kind') === kind && map.get('removed') !== true
      ? [{ id, map }]
      : [],
  )
}

/** Lane name -> its id. */
export function laneIds(client: PlainClient): Map<string, string> {
  return new Map(entriesOf(client, 'lane').map(({ id, map }) => [String(map.get('text')), id]))
}

/** Texts of the cards as a plain client holds them, sorted. */
export function textsOf(client: PlainClient): string[] {
  return entriesOf(client, 'card')
    .map(({ map }) => String(map.get('text')))
    .toSorted()
}

export function lanesOf(client: PlainClient): Lanes {
  const cards = entriesOf(client, 'card')
  return Object.fromEntries(
    [...laneIds(client)].map(([name, id]) => [
      name,
      cards
        .filter(({ map }) => String(map.get('place')).startsWith(`${id}/`))
        .map(({ map }) => String(map.get('text')))
        .toSorted(),
    ]),
  )
}

/** A card still to place that is in nobody's hand, as a desk sees it. */
export async function freeCard({ page, name }: Visitor): Promise<string> {
  const found = await until(`${name} finds a free card`, () =>
    page.evaluate(() => {
      const zone = document.querySelector('section[aria-label^="Still to place"]')
      for (const card of zone?.querySelectorAll('[data-card]') ?? []) {
        const lines = [...card.querySelectorAll('p')].map((line) => line.textContent)
        if (lines.length === 1) return lines[0]
      }
      return null
    }),
  )
  return found
}

/** Picks a card up with the mouse and carries it over a lane. Not yet let go. */
export async function carry({ page }: Visitor, text: string, lane: string): Promise<void> {
  // What drags comes a moment after the board.
  await page.locator('[data-drags]').waitFor()
  const card = page.locator('[data-card]').filter({ hasText: text })
  const zone = page.locator(`section[aria-label^="${lane}, "]`)
  await zone.scrollIntoViewIfNeeded()
  const from = must(await card.boundingBox(), `${text} on screen`)
  const to = must(await zone.boundingBox(), `${lane} on screen`)
  const mouse = page.mouse
  await mouse.move(from.x + 30, from.y + 14)
  await mouse.down()
  await mouse.move(from.x + 40, from.y + 20, { steps: 3 })
  await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
  await page.getByText('Here', { exact: true }).first().waitFor()
}

/** On a phone: places what is dealt until no card is left. `laneFor`: the lane of a text. */
export async function placeAll(
  visitor: Visitor,
  laneFor: (text: string) => string,
): Promise<number> {
  const { page, name } = visitor
  const dealt = page.locator('p[aria-live="polite"]')
  let placed = 0
  for (;;) {
    const text = await until(`${name} is dealt a card or is through`, async () => {
      if ((await times(visitor, 'Every card has a place.')) > 0 && (await dealt.count()) === 0)
        return ''
      // Somebody else was quicker: the card stays and says so until the person has read it.
      const fine = page.getByRole('button', { name: 'Fine', exact: true })
      if ((await fine.count()) > 0) {
        await press(visitor, fine)
        return null
      }
      return (await dealt.count()) > 0 ? dealt.innerText() : null
    })
    if (text === '') return placed
    await press(visitor, button(page, new RegExp(`^${laneFor(text)} \\d+ cards?$`)))
    await until(
      `${name} has placed ${text}`,
      async () => (await dealt.count()) === 0 || (await dealt.innerText()) !== text,
    )
    placed++
  }
}

/** On a phone: how often each of these texts stands among all the cards. */
export async function seeAll(visitor: Visitor, texts: readonly string[]): Promise<number[]> {
  await press(visitor, button(visitor.page, 'See all'))
  await sees(visitor, 'One by one')
  const counts: number[] = []
  for (const text of texts) counts.push(await times(visitor, text))
  await press(visitor, button(visitor.page, 'One by one'))
  return counts
}
