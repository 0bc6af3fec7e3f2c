/** A body that many ask for at once. */
import { gunzipSync } from 'node:zlib'
import { SharedBodies } from '@plenary/server/shared-body'
import { expect, it } from 'vitest'

it('[K44] a body is compressed once for all who ask for it, and not for those who do not take it so', async () => {
  const bodies = new SharedBodies()
  const body = new TextEncoder().encode('The same board. '.repeat(200))
  // The second comes before the first is done.
  const [one, other] = await Promise.all([
    bodies.forClient(body, 'gzip'),
    bodies.forClient(body, 'br, gzip;q=0.8'),
  ])
  expect(one.encoding).toBe('gzip')
  expect(new Uint8Array(gunzipSync(one.bytes))).toEqual(body)
  expect(other.bytes).toBe(one.bytes)
  expect((await bodies.forClient(body, 'gzip')).bytes).toBe(one.bytes)
  expect(await bodies.forClient(body, undefined)).toEqual({ bytes: body, encoding: null })
  const later = await bodies.forClient(body.slice(), 'gzip')
  expect(later.bytes).not.toBe(one.bytes)
})
