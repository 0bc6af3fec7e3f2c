/** Under which addresses this server is opened: on its own machine, and by phones in the same network. */
import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { NetworkInterfaceInfo } from 'node:os'
import type { Config } from './config.ts'

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>
type Where = Pick<Config, 'host' | 'publicUrl'>

/** Networks inside this machine: between containers, machines in machines, tunnels. No phone is in them. */
const INSIDE = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|cni|flannel)/

/** What others can open, the likeliest first; the address that the operator has named stands alone. */
export function networkAddresses(
  { host, publicUrl }: Where,
  port: number,
  interfaces: Interfaces = networkInterfaces(),
): string[] {
  if (publicUrl !== null) return [publicUrl]
  if (isLoopback(host)) return []
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host}:${port}`]
  return Object.entries(interfaces)
    .flatMap(([name, all]) => (all ?? []).map((one) => ({ ...one, name })))
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !isSelfGiven(address),
    )
    .sort((a, b) => Number(INSIDE.test(a.name)) - Number(INSIDE.test(b.name)))
    .map(({ address }) => `http://${address}:${port}`)
}

/** What is printed at the start: this machine's own address first. */
export function printedAddresses(where: Where, port: number): string[] {
  const others = networkAddresses(where, port)
  return where.publicUrl === null ? [`http://localhost:${port}`, ...others] : others
}

/** Whether a request was made on this very machine, through no proxy: only then are its addresses told. */
export function isFromHere(
  request: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
): boolean {
  const { headers, socket } = request
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false
  return isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/i, ''))
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** An address that a machine gives itself when nobody else gives it one. */
function isSelfGiven(address: string): boolean {
  return address.startsWith('169.254.')
}
