/** What this page shows, as a document to take away when the server does not answer: the open board and one's own words. */
import { optionsOf } from '@plenary/shared/poll'
import { pollOf } from './poll-round.ts'
import { blockText, inlineText } from '@plenary/shared/markdown-text'
import type { SessionClient, View } from '../sync/session-client.ts'
import { lost as words } from '../words/lost.ts'
import { formatTime } from '../words/figure.ts'

export type Seen = Pick<SessionClient, 'entry' | 'ids' | 'unplaced' | 'begun'>

/** `at`: epoch ms. Cards that are set aside are left out, as they are from the report. */
export function seenAsMarkdown(client: Seen, view: View, at: number): string {
  const { facts, format, mine } = view
  const item = (id: string): string[] => {
    const entry = client.entry(id)
    if (entry === null || Object.hasOwn(facts.aside, id)) return []
    const more = [entry.owner, entry.due].filter((one) => one !== undefined && one !== '')
    const owner = (one: string | undefined) => facts.people[one ?? '']?.name ?? one ?? ''
    return [listed([entry.text, ...more.map(owner)].join(', '))]
  }
  const part = (level: string, title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${level} ${inlineText(title)}`, '', ...items, '']
  const sections = format.sections.flatMap((section): string[] => {
    switch (section.kind) {
      case 'columns': {
        const lanes = client.ids(section.id, 'lane')
        const unplaced = client.unplaced(section.id).flatMap(item)
        const inner = [
          ...part('###', words.unplaced, lanes.length === 0 ? [] : unplaced),
          ...lanes.flatMap((lane) =>
            part('###', client.entry(lane)?.text ?? '', client.ids(lane, 'card').flatMap(item)),
          ),
        ]
        return part('##', section.title, lanes.length === 0 ? unplaced : inner)
      }
      case 'wall':
        return part('##', section.title, client.unplaced(section.id).flatMap(item))
      case 'actions':
        return part('##', section.title, client.ids(section.id, 'action').flatMap(item))
      case 'notes':
        return part('##', section.title, client.ids(section.id, 'note').flatMap(item))
      case 'poll': {
        const result = pollOf(facts, section.id)?.round.result
        const counted = (optionsOf(section) ?? []).map(({ id, text }) =>
          listed(result === undefined ? text : `${text}: ${result[id] ?? 0}`),
        )
        return part('##', section.title, counted)
      }
      case 'matrix':
        return []
    }
  })
  const drafts = mine.drafts.map(({ text }) => text).filter((text) => text.trim() !== '')
  return [
    `# ${inlineText(facts.title)}`,
    '',
    words.savedFrom(formatTime(at)),
    '',
    ...sections,
    ...part('##', words.drafts, drafts.map(listed)),
    ...part(
      '##',
      words.begun,
      client.begun.all().map(({ text }) => listed(text)),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

/** One item of a list; its further lines stay in it. */
function listed(text: string): string {
  return `- ${blockText(text, '  ')}`
}
