/** What every route of the HTTP interface is given beside the request. */
import type { IncomingMessage } from 'node:http'

export interface Env {
  Bindings: { incoming: IncomingMessage }
}
