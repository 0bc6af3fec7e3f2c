/** What goes wrong: a lost connection, a slow server, a fault, a person who was removed. */
import { TAKES_PART } from '../casts.ts'
import { loseSocket, writeUnsent } from '../deeds.ts'
import type { Screen, Width } from '../screen.ts'

/** Nobody can be removed twice. */
const removed = (width: Width): string =>
  ({ 1440: 'Jay', 900: 'Reuben', 640: 'Anita', 390: 'Pepe', 320: 'Kav' })[width]

export const trouble: readonly Screen[] = [
  {
    name: 'lost',
    cast: 'sort',
    who: 'Pepe',
    stands: 'Reconnecting',
    parts: ['look/LinkBanner'],
    first: loseSocket,
    complains: true,
  },
  {
    name: 'lost-unsent',
    cast: 'sort',
    who: 'Reuben',
    stands: 'Reconnecting',
    parts: [],
    first: loseSocket,
    complains: true,
    then: writeUnsent,
  },
  {
    name: 'lost-waiting',
    cast: 'list',
    who: 'Ash',
    stands: 'Reconnecting',
    parts: [],
    first: loseSocket,
    complains: true,
    then: writeUnsent,
  },
  {
    name: 'loading',
    cast: 'sort',
    who: 'Pepe',
    stands: 'The server isn’t answering yet',
    parts: [],
    first: () => {
      const real = window.fetch.bind(window)
      Reflect.set(window, 'fetch', (url: string, options?: RequestInit) =>
        url.includes('/seats') ? new Promise(() => {}) : real(url, options),
      )
    },
  },
  {
    name: 'fault',
    cast: 'sort',
    who: TAKES_PART,
    stands: 'That didn’t work',
    parts: ['session/FaultDetails'],
    first: () => {
      const real = window.matchMedia.bind(window)
      let asked = 0
      Reflect.set(window, 'matchMedia', (query: string) => {
        // The first question chooses what is loaded; the next one draws.
        if (++asked > 1) throw new Error('The page cannot be drawn')
        return real(query)
      })
      const ask = window.fetch.bind(window)
      // A part that fails too asks for a fresh page, which must not come under the picture.
      Reflect.set(window, 'fetch', (what: string, how?: RequestInit) =>
        what === '/readyz' ? Promise.reject(new Error('Away')) : ask(what, how),
      )
    },
    complains: true,
  },
  {
    name: 'removed',
    cast: 'scene',
    who: removed,
    stands: 'Our project has failed. What happened?',
    parts: ['session/Ended'],
    async then(page, here, width) {
      const person = here.person(removed(width)).joined.participantId
      await here.leads({ type: 'person.remove', person })
      await page
        .getByText('Our project has failed. What happened?')
        .first()
        .waitFor({ state: 'detached' })
    },
  },
]
