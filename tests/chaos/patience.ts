/** Waits until everybody has come to something, and says who has not. */
import { wait } from './end-process.ts'
import type { Person } from './person.ts'

/** Everybody is back, and everything saved, within this. Milliseconds. */
export const QUIET_WITHIN = 60_000
/** Who is not back by now looks for the server at once. Milliseconds. */
const AT_LEISURE = 4_000

/** Until every page is live and all is saved; says who is not. */
export function settled(people: readonly Person[]): Promise<string> {
  const began = performance.now()
  return everybody(people, (person) => {
    const link = person.page?.client.link()
    if (link?.is === 'live' && link.waiting === 0) return true
    person.tidy()
    if (performance.now() - began > AT_LEISURE) person.page?.client.tryNow()
    return false
  })
}

/** Until this is so for everybody; says of whom it is not. */
export async function everybody(
  people: readonly Person[],
  isSo: (person: Person) => boolean,
): Promise<string> {
  const began = performance.now()
  for (;;) {
    const open = people.filter((person) => !isSo(person))
    if (open.length === 0) return ''
    if (performance.now() - began > QUIET_WITHIN)
      return open
        .map(({ name, whose, page }) => {
          const link = JSON.stringify(page?.client.link())
          return `${name} of ${whose.sessionId} is ${link}, ${page?.client.view()?.facts.status}`
        })
        .join('\n')
    await wait(200)
  }
}
