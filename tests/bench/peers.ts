/**
 * Finished drawing tools, fetched and built into a scratch folder when they are asked for: figures are ratios in one
 * run, on one machine. They are no part of the project, and exclude a server and a session.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import * as z from 'zod'
import { openSlow } from './browser.ts'
import type { Figure } from './cases.ts'
import { panAndZoom } from './cases.ts'

interface Plan {
  name: string
  /** Packages with the version that is measured. */
  packages: Readonly<Record<string, string>>
  /** Draws `count` (of the address) notes in columns. */
  main: string
  /** There once it has drawn. */
  drawn: string
}

export interface Peer {
  name: string
  url: string
  drawn: string
  leave: () => Promise<void>
}

const REACT = { react: '19.3.1', 'react-dom': '19.3.1' }
const NOTES = `
const count = Number(new URLSearchParams(location.search).get('count') ?? 0)
const notes = Array.from({ length: count }, (_, n) => ({
  x: (n % 5) * 260, y: Math.floor(n / 5) * 120, text: 'Note ' + n + ' with some words that people write',
}))
`

export const PEERS: readonly Plan[] = [
  {
    name: 'Excalidraw 0.18.1',
    packages: { ...REACT, '@excalidraw/excalidraw': '0.18.1' },
    drawn: '.excalidraw canvas.interactive',
    main: `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Excalidraw, convertToExcalidrawElements } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
${NOTES}
const elements = convertToExcalidrawElements(notes.map(({ x, y, text }) => ({
  type: 'rectangle', x, y, width: 240, height: 100, label: { text, fontSize: 14 },
})))
createRoot(document.getElementById('root')).render(
  createElement('div', { style: { height: '100vh' } },
    createElement(Excalidraw, { initialData: { elements, scrollToContent: true } })))
`,
  },
  {
    name: 'tldraw 5.4.2',
    packages: { ...REACT, tldraw: '5.4.2' },
    drawn: '.tl-shape, .tl-canvas',
    main: `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'
${NOTES}
const onMount = (editor) => {
  editor.createShapes(notes.map(({ x, y, text }) => ({
    type: 'geo', x, y, props: { w: 240, h: 100, size: 's', richText: toRichText(text) },
  })))
  editor.zoomToFit()
}
createRoot(document.getElementById('root')).render(
  createElement('div', { style: { position: 'fixed', inset: 0 } }, createElement(Tldraw, { onMount })))
`,
  },
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

const builderSchema = z.object({ build: z.custom<(config: object) => Promise<unknown>>() })

export async function buildPeer({ name, packages, main, drawn }: Plan): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
  const own = { name: 'peer', private: true, type: 'module', dependencies: packages }
  await writeFile(join(folder, 'package.json'), JSON.stringify(own))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><title>peer</title><div id="root"></div><script type="module" src="/main.js"></script>',
  )
  await writeFile(join(folder, 'main.js'), main)
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']
  await promisify(execFile)('npm', install, { cwd: folder })
  const client = fileURLToPath(new URL('../../client/package.json', import.meta.url))
  const vite = pathToFileURL(createRequire(client).resolve('vite')).href
  const { build } = builderSchema.parse(await import(vite))
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.IS_PREACT': '"false"' },
    build: { outDir: 'dist', target: 'es2022' },
  })
  const server = await serveFolder(join(folder, 'dist'))
  return {
    name,
    url: server.url,
    drawn,
    async leave() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function measurePeer(browser: Browser, peer: Peer): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of [1_000, 5_000]) {
    const watched = await openSlow(browser, { cpu: 6 })
    await watched.page.goto(`${peer.url}/?count=${count}`)
    await watched.page.locator(peer.drawn).first().waitFor()
    await watched.slowDown()
    const { p95, max } = await panAndZoom(watched, [720, 450])
    await watched.leave()
    const what = `pan and zoom, ${count.toLocaleString('en')} notes, CPU / 6`
    figures.push({ what: `${what}: frames, p95`, value: p95, unit: 'ms' })
    figures.push({ what: `${what}: longest frame`, value: max, unit: 'ms' })
  }
  const first = await openSlow(browser, { cpu: 4, line: true })
  await first.slowDown()
  await first.page.goto(peer.url)
  await first.page.locator(peer.drawn).first().waitFor()
  await first.begin()
  const { lcp } = await first.end()
  const bytes = first.scriptBytes()
  await first.leave()
  figures.push({ what: 'first load: largest paint', value: lcp, unit: 'ms' })
  figures.push({ what: 'first load: scripts as they came', value: bytes / 1_024, unit: 'kB' })
  return figures
}

/** Compressed, as Plenary's own files are. */
async function serveFolder(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    readFile(path)
      .then((bytes) => {
        const body = packed.get(path) ?? gzipSync(bytes)
        packed.set(path, body)
        response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream')
        response.setHeader('Content-Encoding', 'gzip')
        response.end(body)
      })
      .catch(() => {
        response.statusCode = 404
        response.end()
      })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
