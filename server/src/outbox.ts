/** What a tick has to say once its record is on disk; nothing in here leaves before. */
import type { CloseCode } from '@plenary/shared/frame'
import type { ConnectionId } from './seam.ts'

export class Outbox {
  readonly admitted: ConnectionId[] = []
  readonly greeted: ConnectionId[] = []
  readonly answers: { to: ConnectionId; frame: Uint8Array }[] = []
  readonly frames: { to: ConnectionId; frame: Uint8Array }[] = []
  readonly closes: { to: ConnectionId; code: CloseCode; reason: string }[] = []
  /** Answers of `ask`, told when the record is on disk or when it failed. */
  readonly replies: { committed: () => void; failed: () => void }[] = []
  /** Looks at people who may have a new private view. */
  readonly concerned = new Set<string>()
  everyone = false
  facilitators = false

  close(to: ConnectionId, code: CloseCode, reason: string): void {
    this.closes.push({ to, code, reason })
  }
}
