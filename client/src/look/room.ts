/** Who is in the room, read from a view. */
import type { Someone, View } from '../sync/session-client.ts'

/** Everybody who has a seat, in order of name; those who left are not among them. */
export function peopleIn(view: View): Someone[] {
  return Object.entries(view.facts.people)
    .filter(([, person]) => !person.left)
    .map(([id, person]) => ({ ...person, id }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}

export function someoneOf(view: View, id: string | undefined): Someone | null {
  const person = id === undefined ? undefined : view.facts.people[id]
  return person === undefined || id === undefined ? null : { ...person, id }
}

/** Name of the person who has the chair; '' when nobody leads. */
export function leadName(view: View): string {
  const leads = peopleIn(view).filter((person) => person.role === 'facilitator')
  return (leads.find((person) => person.lead) ?? leads[0])?.name ?? ''
}

/** Two letters to tell people apart in a ring: the first two of a name, or the first of each of its words. */
export function initialsOf(name: string): string {
  const [one = [], ...more] = name
    .split(' ')
    .map((word) => Array.from(word).filter((letter) => /\p{L}|\p{N}/u.test(letter)))
  const [first = '?', second = ''] = more.length > 0 ? [one[0], more.at(-1)?.[0]] : one
  return first.toUpperCase() + second.toLowerCase()
}
