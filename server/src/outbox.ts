/** What a tick has to say once its record is on disk; nothing in here leaves before. */
import type { CloseCode } from '@plenary/shared/frame'
import type { Reply } from './requests.ts'
import type { ConnectionId } from './seam.ts'

export class Outbox {
  /** Connections that hear everything from now on. */
  readonly admitted: ConnectionId[] = []
  /** Connections that said hello. */
  readonly greeted: ConnectionId[] = []
  readonly frames: { to: ConnectionId; frame: Uint8Array }[] = []
  readonly answers: { to: ConnectionId; frame: Uint8Array }[] = []
  readonly closes: { to: ConnectionId; code: CloseCode; reason: string }[] = []
  readonly replies: { committed: () => void }[] = []
  /** Asked over HTTP, read once the transaction is over and committed. */
  readonly reads: { what: 'board' | 'report'; reply: (reply: Reply) => void }[] = []

  close(to: ConnectionId, code: CloseCode, reason: string): void {
    this.closes.push({ to, code, reason })
  }
}
