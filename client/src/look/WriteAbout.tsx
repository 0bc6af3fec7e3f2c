import { useView } from '../sync/hooks.ts'
import { writing as words } from '../words/writing.ts'

/** Up to this many people, who wrote what can be guessed. */
const SMALL = 4

/** Before the first word: who watches, who gets the notes, how many cards, and whether others could guess. */
export function WriteAbout({ className }: { className: string | undefined }) {
  const { facts, present, you } = useView()
  const people = Object.entries(facts.people)
  const watching = people
    .filter(([id, person]) => person.role === 'observer' && !person.left && present.has(id))
    .map(([, person]) => person.name)
  const sender = facts.notes.by === null ? undefined : facts.people[facts.notes.by]?.name
  if (!you.takesPart)
    return <p className={className}>{you.role === 'observer' ? words.watching : words.neutral}</p>
  if (facts.solo === true) return <p className={className}>{words.alone}</p>
  const lines = [
    watching.length === 0 ? '' : words.watchedBy(watching.join(', '), watching.length),
    sender === undefined ? words.notesOpen : words.notesBy(sender),
    facts.cardsEach === null ? '' : words.each(facts.cardsEach),
    facts.anonymous && (facts.live.ready?.of ?? 0) <= SMALL ? words.few : '',
  ]
  return <p className={className}>{lines.filter((line) => line !== '').join(' ')}</p>
}
