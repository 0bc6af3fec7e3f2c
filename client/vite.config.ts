/** How the client is built and served while it is being written. */
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** What of Yjs is about XML and documents within documents: each place that keeps it in the build, and what stands there. */
const UNHELD: readonly (readonly [RegExp, string])[] = [
  [
    /readYXmlElement,\s+readYXmlFragment,\s+readYXmlHook,\s+readYXmlText\b/,
    'unheld, unheld, unheld, unheld',
  ],
  [/this\.get\(name, YXmlElement\)/, 'unheld()'],
  [/this\.get\(name, YXmlFragment\)/, 'unheld()'],
  [/readContentDoc, \/\//, 'unheld, //'],
  [/new ContentDoc\(\/\*\* @type \{Doc\} \*\/ \(c\)\)/, 'unheld()'],
  [/new ContentDoc\(\/\*\* @type \{Doc\} \*\/ \(value\)\)/, 'unheld()'],
]

/**
 * What of y-websocket speaks to other tabs (`disableBc`), of who is there (presence is our own) and of rights, and what
 * asks for the board now and then (no `resyncInterval`) or tries again by itself (`shouldReconnect`).
 */
const TABS: readonly (readonly [RegExp, string])[] = [
  [/connectBc \(\) \{\n.*?\n {2}\}\n/s, 'connectBc () {}\n'],
  [/disconnectBc \(\) \{\n.*?\n {2}\}\n/s, 'disconnectBc () {}\n'],
  [/this\._bcSubscriber = .*?\n {4}\}\n/s, ''],
  [/if \(provider\.bcconnected\) \{\n.*?\n {2}\}\n/s, ''],
  [/messageHandlers\[messageQueryAwareness\] = .*?\n\}\n/s, ''],
  [/messageHandlers\[messageAuth\] = .*?\n\}\n/s, ''],
  [/this\._awarenessUpdateHandler = .*?\n {4}\}\n/s, ''],
  [/awarenessProtocol\.removeAwarenessStates\(\n {8}provider.*?\n {6}\)\n/s, ''],
  [
    /provider\.wsUnsuccessfulReconnects\+\+\n.*?if \(terminalClose !== null\) \{\n.*?\n {4}\}\n/s,
    '',
  ],
  [/shouldReconnect = defaultShouldReconnect\n/, 'shouldReconnect\n'],
  [/this\._exitHandler = .*?\n {4}\}\n/s, ''],
  [/if \(resyncInterval > 0\) \{\n.*?\n {4}\}\n/s, ''],
  [/if \(provider\.awareness\.getLocalState\(\) !== null\) \{\n.*?\n {6}\}\n/s, ''],
]

/** Of order keys only those of the library's own alphabet are made, which needs no looking at. */
const ALPHABETS: readonly (readonly [RegExp, string])[] = [
  [/function validateDigits\(digits\) \{\n.*?\n\}\n/s, 'function validateDigits() {}\n'],
  [/function validateIntDigits\(intDigits\) \{\n.*?\n\}\n/s, 'function validateIntDigits() {}\n'],
]

/** A board holds maps and texts, and the gate lets nothing else in; every phone would load the rest. */
function withoutUnused(): Plugin {
  return {
    name: 'plenary-without-unused',
    transform(code, id) {
      if (id.endsWith('/yjs/dist/yjs.mjs'))
        return without(`${code}\nfunction unheld() { throw new Error('not on a board') }\n`, UNHELD)
      if (id.endsWith('/y-websocket/src/y-websocket.js')) return without(code, TABS)
      return id.endsWith('/fractional-indexing/src/index.js') ? without(code, ALPHABETS) : null
    },
  }
}

/** Of where it runs lib0 is told in a few words; whatever others call so is theirs. */
function ownEnvironment(): Plugin {
  return {
    name: 'plenary-own-environment',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const isLib0s =
        /^lib0\/environment(?:\.js)?$/.test(source) ||
        (/^\.\/environment(?:\.js)?$/.test(source) && importer.includes('/node_modules/lib0/'))
      return isLib0s ? fileURLToPath(new URL('src/sync/no-environment.ts', import.meta.url)) : null
    },
  }
}

function without(code: string, places: typeof UNHELD): { code: string; map: null } {
  let own = code
  for (const [place, instead] of places) {
    if (!place.test(own)) throw new Error(`a package is not what it was: ${place.source}`)
    own = own.replace(place, instead)
  }
  return { code: own, map: null }
}

/**
 * Chunks whose imports are fetched beside them rather than after them. Each list of names is carried by every phone,
 * so board and report, which come over better lines, do without.
 */
const PAGES = /(?:index|Home|Join|SessionPage|PhoneSession)-|\.html$/

/**
 * What is always loaded together is one file: many small ones compress badly and cost a request each. Parts of module
 * ids; whatever is in none of them stands where the bundler puts it.
 */
const TOGETHER = {
  // Every page begins with these.
  app: [
    'preload-helper',
    ...['react', 'react-dom', 'scheduler', 'wouter', 'regexparam', 'valibot'].map(inPackage),
    ...['check', 'eye-off'].map(icon),
    ...['format', 'own', 'person', 'timer'].map(shared),
    'client/src/App.',
    'client/src/pages.',
    ...['Button', 'Mark', 'clock', 'fresh-page', 'later', 'lucide-icon', 'paper'].map(look),
    ...['Faultless', 'Waiting', 'door', 'keepsake', 'request', 'screens'].map(session),
    ...['catalogue', 'common', 'language', 'link'].map(words),
  ],
  // Every screen of a session begins with these: its connection, and what stands around an activity.
  session: [
    ...['yjs', 'lib0', 'y-protocols', 'y-websocket', 'fractional-indexing'].map(inPackage),
    ...['bell', 'cloud-upload', 'eye', 'hand', 'hourglass', 'pause'].map(icon),
    icon('timer'),
    ...['agenda', 'ballot', 'board', 'draft', 'entry', 'facts'].map(shared),
    ...['frame', 'kinds', 'mine', 'order'].map(shared),
    ...['permission', 'presence', 'session', 'solo', 'thumb'].map(shared),
    'client/src/sync/',
    ...[
      'SavedMark',
      'TimerFigure',
      'Toast',
      'composer-id',
      'empty-part',
      'lines-part',
      'WhenLost',
      'lost-part',
      'notice-part',
      'poll-part',
      'writing-parts',
    ].map(look),
    ...['phase-clock', 'room', 'rounds', 'typing', 'useTimer'].map(look),
    ...['Question', 'Screen', 'draft-list-part', 'draft-parts'].map(phone),
    ...['OpenSession', 'SessionPage', 'Seated', 'busy', 'just-joined', 'ended-part'].map(session),
    ...['shared-part', 'this-seat', 'useUndoKey', 'useWide'].map(session),
    words('phone-frame'),
  ],
  writing: [
    icon('arrow-up'),
    ...['Composer', 'List', 'WriteAbout', 'lines', 'shorten', 'useBegun'].map(look),
    ...['ReadyButton', 'useWriting'].map(phone),
    ...['phone-write', 'writing'].map(words),
  ],
  // Too small to be files of their own, and mostly wanted together.
  sheet: [look('Sheet'), icon('x')],
  chevrons: ['chevron-left', 'chevron-right'].map(icon),
  // Of the frame of a board, and of no first screen of a phone.
  marks: [
    ...['arrow-right', 'list', 'minus', 'play'].map(icon),
    ...['plus', 'undo-2', 'users', 'volume-2'].map(icon),
    look('useUnread'),
  ],
  // Of every way in.
  door: ['Entrance', 'Problem', 'TitleAndName', 'useFormats'].map(entrance),
  // Fetched at once behind the field for a card.
  about: [look('WriteAbout'), words('writing')],
}

function inPackage(name: string): string {
  return `/node_modules/${name}/`
}
function icon(name: string): string {
  return `lucide-react/dist/esm/icons/${name}.`
}
function shared(name: string): string {
  return `shared/dist/${name}.`
}
function look(name: string): string {
  return `client/src/look/${name}.`
}
function entrance(name: string): string {
  return `client/src/entrance/${name}.`
}
function phone(name: string): string {
  return `client/src/phone/${name}.`
}
function session(name: string): string {
  return `client/src/session/${name}.`
}
function words(name: string): string {
  return `client/src/words/${name}.`
}

/** Needed only where somebody edits, though its folder is at once. */
const APART = [
  'asked-text',
  'many-cards',
  'offer-again',
  'open-texts',
  'others',
  'pages-here',
  'past-board',
  'pointers',
  'safe-words',
  'take-over',
  'text-edit',
  'undo',
  'unsaved-keep',
].map((name) => `client/src/sync/${name}.`)

const CHUNKS = Object.entries(TOGETHER).map(([name, parts]) => ({
  name,
  test: (id: string) =>
    parts.some((part) => id.includes(part)) && !APART.some((part) => id.includes(part)),
}))

const server = `http://localhost:${process.env['SERVER_PORT'] ?? '3000'}`

export default defineConfig({
  plugins: [react(), withoutUnused(), ownEnvironment(), precompress()],
  resolve: {
    // Two copies of yjs do not know each other's types; two of React do not know each other's hooks.
    dedupe: ['react', 'react-dom', 'yjs', 'lib0', 'y-protocols'],
    alias: [
      {
        find: /^\.\.\/createLucideIcon\.mjs$/,
        replacement: fileURLToPath(new URL('src/look/lucide-icon.ts', import.meta.url)),
      },
      // React has had it since 18.
      { find: /^use-sync-external-store\/shim\/index\.js$/, replacement: 'react' },
      // A page has one connection of its own and tells other tabs nothing (`disableBc`).
      {
        find: /^lib0\/broadcastchannel$/,
        replacement: fileURLToPath(new URL('src/sync/no-broadcast.ts', import.meta.url)),
      },
      // Presence is a message of our own; y-websocket only wants to hear that there is nothing.
      {
        find: /^y-protocols\/awareness$/,
        replacement: fileURLToPath(new URL('src/sync/no-awareness.ts', import.meta.url)),
      },
      // lib0's draws a console of its own in the page, which nobody opens and every phone would load.
      {
        find: /^lib0\/logging$/,
        replacement: fileURLToPath(new URL('src/sync/no-logging.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The policy of the page allows no inline script, font or style; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A page names all it needs at once; a part of it needs little more than its page has.
      resolveDependencies: (file, needed) =>
        PAGES.test(file) ? needed : needed.filter((one) => one.endsWith('.css')),
    },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: CHUNKS } },
    },
  },
  server: {
    // The server compares `Origin` with `Host`, so the proxy must not rewrite the host.
    proxy: {
      '/api': { target: server },
      '/sync': { target: server, ws: true },
      // Asked before a socket is opened anew.
      '/healthz': { target: server },
    },
  },
})
