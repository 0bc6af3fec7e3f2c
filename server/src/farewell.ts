/** What is said to connections whose room ends. */
import type { CloseCode } from '@plenary/shared/frame'
import { CLOSE } from '@plenary/shared/frame'
import type { End } from './life.ts'

/** How connections are closed when a room ends so. */
export function farewell({ is }: Pick<End, 'is'>): [CloseCode, string] {
  switch (is) {
    case 'anew':
      return [CLOSE.seat, 'the board begins anew: take a new seat']
    case 'damaged':
      // Asking for a seat is answered with why there is none.
      return [CLOSE.seat, 'this session cannot be opened']
    case 'deleted':
      return [CLOSE.noSession, 'the session was deleted']
    case 'idle':
    case 'unsaved':
    case 'dropped':
      return [CLOSE.later, 'come back']
  }
}
