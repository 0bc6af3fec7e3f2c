/** The address limits are counted by: the socket's, or what as many proxies as are trusted say. */
import type { IncomingMessage } from 'node:http'

export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return own
  const header = request.headers['x-forwarded-for']
  const chain = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  // Each trusted proxy appended the address it saw; what stands further left was said by the client itself.
  return chain.at(-trustedProxies) ?? own
}
