/** A body that many ask for at once, compressed once for all of them. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
/** Smaller bodies are sent as they are. Bytes. */
const WORTH_IT = 1_024

export class SharedBodies {
  private readonly byBody = new WeakMap<Uint8Array, Promise<Uint8Array>>()

  /** The body for a client that accepts these encodings, and the header that says how it is encoded. */
  async forClient(
    body: Uint8Array,
    accepts: string | undefined,
  ): Promise<{ bytes: Uint8Array; encoding: string | null }> {
    if (body.byteLength < WORTH_IT || !/\bgzip\b/.test(accepts ?? ''))
      return { bytes: body, encoding: null }
    let compressed = this.byBody.get(body)
    if (compressed === undefined) {
      compressed = compress(body)
      this.byBody.set(body, compressed)
    }
    return { bytes: await compressed, encoding: 'gzip' }
  }
}
