/** How a socket ended, and whether another one is of any use. */
import { CLOSE } from '@plenary/shared/frame'

/** Why a socket is not opened again. */
export type Closed = 'seat' | 'token' | 'removed' | 'not-found' | 'version' | 'refused'

/** What a close code means; null: come back later. */
export function closedBy(code: number): Closed | null {
  switch (code) {
    case CLOSE.seat:
      return 'seat'
    case CLOSE.token:
      return 'token'
    case CLOSE.removed:
      return 'removed'
    case CLOSE.noSession:
      return 'not-found'
    case CLOSE.version:
      return 'version'
    default:
      return code >= 4400 && code < 4500 ? 'refused' : null
  }
}
