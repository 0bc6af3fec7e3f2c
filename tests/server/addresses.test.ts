import type { NetworkInterfaceInfo } from 'node:os'
import { isFromHere, networkAddresses } from '@plenary/server/addresses'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { get } from '../kit/http-client.ts'
import type { RunningServer } from '../kit/running-server.ts'
import { startServer } from '../kit/running-server.ts'

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: null,
})
const everywhere = { host: '0.0.0.0', publicUrl: null }

describe('the addresses that phones can open', () => {
  it('[BF4] are those of the network, the ones inside this machine last', () => {
    const found = networkAddresses(everywhere, 3000, {
      lo: [at('127.0.0.1', true)],
      docker0: [at('172.17.0.1')],
      eth0: [at('169.254.7.7'), at('192.168.1.20')],
    })
    expect(found).toEqual(['http://192.168.1.20:3000', 'http://172.17.0.1:3000'])
  })

  it('[BF4] are the one that the operator named, or the one that is listened on', () => {
    const eth = { eth0: [at('192.168.1.20')] }
    const named = { host: '0.0.0.0', publicUrl: 'https://board.example.org' }
    expect(networkAddresses(named, 3000, eth)).toEqual(['https://board.example.org'])
    expect(networkAddresses({ host: '10.0.0.7', publicUrl: null }, 3000, eth)).toEqual([
      'http://10.0.0.7:3000',
    ])
    expect(networkAddresses({ host: '127.0.0.1', publicUrl: null }, 3000, eth)).toEqual([])
  })

  test.each<[string, string, Record<string, string>, boolean]>([
    ['this machine', '127.0.0.1', {}, true],
    ['this machine over IPv6', '::1', {}, true],
    ['this machine as IPv6 writes it', '::ffff:127.0.0.1', {}, true],
    ['somebody else', '192.168.1.33', {}, false],
    ['a proxy on this machine', '127.0.0.1', { 'x-forwarded-for': '1.2.3.4' }, false],
    ['another proxy on this machine', '127.0.0.1', { forwarded: 'for=1.2.3.4' }, false],
  ])(
    '[BF5] are told to a page opened by %s or not: %s %j %s',
    (_, remoteAddress, headers, told) => {
      expect(isFromHere({ headers, socket: { remoteAddress } })).toBe(told)
    },
  )
})

describe('GET /api/addresses', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ HOST: '0.0.0.0' })
  })
  afterAll(() => server.remove())

  it('[BF5] answers this machine, and nobody behind a proxy', async () => {
    const told = await get(`${server.url}/api/addresses`)
    expect(await told.json()).toEqual({ addresses: expect.any(Array) })
    const proxied = await fetch(`${server.url}/api/addresses`, {
      headers: { 'X-Forwarded-For': '203.0.113.9' },
    })
    expect(await proxied.json()).toEqual({ addresses: [] })
  })
})
