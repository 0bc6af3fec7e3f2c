/** A session of the client that is connected from the start, for tests. */
import type { OpenParts } from '@plenary/client/sync/open-session'
import { createSession } from '@plenary/client/sync/open-session'
import type { SessionClient } from '@plenary/client/sync/session-client'

export function openSession(parts: OpenParts): SessionClient {
  const { client, open } = createSession(parts)
  open()
  return client
}
