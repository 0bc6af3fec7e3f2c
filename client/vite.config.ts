/** How the client is built and served while it is being written. */
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/** Smaller files are not worth a second one beside them. Bytes. */
const WORTH_IT = 1_024
const COMPRESSIBLE = /\.(?:js|css|html|svg|json|webmanifest)$/

/** Writes `.br` and `.gz` beside every text file of the build, so that the server compresses nothing. */
function precompress(): Plugin {
  let outDir = ''
  return {
    name: 'plenary-precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
      for (const entry of entries) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
        const path = join(entry.parentPath, entry.name)
        const bytes = await readFile(path)
        if (bytes.byteLength < WORTH_IT) continue
        const [br, gz] = await Promise.all([
          promisify(brotliCompress)(bytes, {
            params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
          }),
          promisify(gzip)(bytes, { level: 9 }),
        ])
        await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)])
      }
    },
  }
}

const server = `http://localhost:${process.env['SERVER_PORT'] ?? '3000'}`

export default defineConfig({
  plugins: [react(), precompress()],
  // Two copies of yjs do not know each other's types; two of React do not know each other's hooks.
  resolve: { dedupe: ['react', 'react-dom', 'yjs', 'lib0', 'y-protocols'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The policy of the page allows no inline script, font or style; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
  },
  server: {
    // The server compares `Origin` with `Host`, so the proxy must not rewrite the host.
    proxy: {
      '/api': { target: server },
      '/sync': { target: server, ws: true },
    },
  },
})
