import { expect, it } from 'vitest'
import { clientAddress } from '@plenary/server/client-address'

it.each([
  ['192.0.2.7', undefined, 0, '192.0.2.7'],
  ['::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::6', undefined, 0, '2001:db8:1:2::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
  ['fe80::1', undefined, 0, 'fe80:0:0:0::/64'],
  // What a client says of itself is not believed.
  ['192.0.2.7', '198.51.100.1', 0, '192.0.2.7'],
  ['10.0.0.1', '203.0.113.9, 198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '203.0.113.9, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['10.0.0.1', '', 1, '10.0.0.1'],
  [undefined, undefined, 0, 'unknown'],
])(
  '[H15] %s with %s behind %i proxies counts as %s',
  (remoteAddress, forwarded, proxies, counted) => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    expect(clientAddress({ headers, socket: { remoteAddress } }, proxies)).toBe(counted)
  },
)
