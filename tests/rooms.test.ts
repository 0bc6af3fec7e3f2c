/** The import rules between the rooms of the house, as one table. It is their documentation. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What each room may import: other rooms by name, and packages. */
const MAY: Record<string, { rooms: string[]; packages: RegExp }> = {
  shared: {
    rooms: ['shared'],
    packages: /^(yjs|lib0\/.*|fractional-indexing|valibot|papaparse)$/,
  },
  server: {
    rooms: ['shared', 'server'],
    packages:
      /^(node:.*|hono(\/.*)?|@hono\/node-server(\/.*)?|ws|yjs|y-protocols\/.*|lib0\/.*|zod|valibot|pino|prom-client|libsql)$/,
  },
  client: {
    rooms: ['shared', 'client'],
    packages:
      /^(react|react\/.*|react-dom(\/.*)?|zustand(\/.*)?|@dnd-kit\/core|yjs|y-websocket|y-protocols\/.*|lib0\/.*|wouter(\/.*)?|lucide-react|uqr|fractional-indexing|valibot|ics)$/,
  },
}

/** Narrower rules: only these files may import this. */
const ONLY: { packages: RegExp; files: RegExp; why: string }[] = [
  {
    packages: /^yjs$/,
    files: /^shared\/src\/board\.ts$|^server\/|^client\/src\/sync\//,
    why: 'in shared only board.ts knows Yjs, in the client only sync/ touches documents',
  },
  { packages: /^papaparse$/, files: /^shared\/src\/report-csv\.ts$/, why: 'one place writes CSV' },
  {
    packages: /^ics$/,
    files: /^client\/src\/report\/calendar\.ts$/,
    why: 'loaded when somebody asks for a calendar file',
  },
  {
    packages: /^ws$/,
    files: /^server\/src\/(socket|connection)\.ts$/,
    why: 'only the socket side knows ws',
  },
  {
    packages: /^libsql$/,
    files: /^server\/src\/database\.ts$/,
    why: 'one file knows the driver; the rest see type Store',
  },
  {
    packages: /^y-websocket$/,
    files: /^client\/src\/sync\//,
    why: 'only sync/ touches sockets',
  },
  {
    packages: /^@dnd-kit\/core$/,
    files: /^client\/src\/desk\//,
    why: 'one drag system, on the desk only: the phone route stays small',
  },
  {
    packages: /^(react|react\/.*)$/,
    files: /^client\/src\/(?!sync\/)|^client\/src\/sync\/hooks\.ts$/,
    why: 'the sync layer knows no React; hooks.ts is its one door',
  },
]

/** Folders of the client that its screens share, and the folders each of them may import; none of them is a screen. */
const BELOW_SCREENS: Record<string, string[]> = {
  discuss: ['discuss', 'look', 'sync', 'words'],
  look: ['look', 'sync', 'words'],
  surface: ['surface', 'words'],
  words: ['words'],
}

/** What `shared/` must not reach for: it has no clock, no dice, no world. */
const IMPURE =
  /\b(Date\.now|new Date\(\)|Math\.random|crypto\.|console\.|process\.|window\.|setTimeout|setInterval|globalThis\.)/

interface Import {
  file: string
  what: string
}

function filesIn(room: string): string[] {
  return readdirSync(join(ROOT, room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, 'src', file))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\s]+)'/g)
  return [...found].map(([, what = '']) => ({ file, what }))
}

const rooms = Object.keys(MAY)
const files = rooms.flatMap(filesIn)
const imports = files.flatMap(importsOf)

it('[N1] each room imports only what its row of the table allows', () => {
  const wrong = imports.flatMap(({ file, what }) => {
    const room = file.split('/')[0] ?? ''
    const rule = MAY[room]
    if (rule === undefined) return []
    if (what.startsWith('.')) {
      const target = relative(ROOT, resolve(ROOT, dirname(file), what))
      return target.startsWith(`${room}/`) ? [] : [`${file} imports ${target} across rooms`]
    }
    const other = /^@plenary\/(\w+)\//.exec(what)?.[1]
    if (other !== undefined)
      return other !== room && rule.rooms.includes(other)
        ? []
        : [`${file} imports ${what}: ${room} may import ${rule.rooms.join(', ')}`]
    return rule.packages.test(what) || what.endsWith('.css')
      ? []
      : [`${file} imports the package ${what}, which ${room} does not use`]
  })
  expect(wrong).toEqual([])
})

it('[N1] some packages have one door', () => {
  const wrong = imports.flatMap(({ file, what }) =>
    ONLY.filter(({ packages, files: allowed }) => packages.test(what) && !allowed.test(file)).map(
      ({ why }) => `${file} imports ${what}: ${why}`,
    ),
  )
  expect(wrong).toEqual([])
})

it('[N1] what the screens share imports no screen', () => {
  const folderOf = (path: string) => /^client\/src\/(\w+)\//.exec(path)?.[1] ?? ''
  const wrong = imports.flatMap(({ file, what }) => {
    const may = BELOW_SCREENS[folderOf(file)]
    if (may === undefined || !what.startsWith('.')) return []
    const target = relative(ROOT, resolve(ROOT, dirname(file), what))
    return may.includes(folderOf(target))
      ? []
      : [`${file} imports ${target}: ${folderOf(file)}/ may import ${may.join(', ')}`]
  })
  expect(wrong).toEqual([])
})

it('[N2] shared has no clock, no dice and no world', () => {
  const wrong = filesIn('shared').flatMap((file) => {
    const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const match = IMPURE.exec(code)
    return match === null ? [] : [`${file} reaches for ${match[0]}: it comes in as a value`]
  })
  expect(wrong).toEqual([])
})

it('[N3] no file imports itself in a circle, types included', () => {
  const targets = new Map<string, string[]>()
  for (const { file, what } of imports) {
    const own = what.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), what))
      : what.replace(/^@plenary\/(\w+)\/(.+)$/, '$1/src/$2.ts')
    targets.set(file, [...(targets.get(file) ?? []), own])
  }
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) {
      circles.push([...path.slice(at), file].join(' -> '))
      return
    }
    if (done.has(file)) return
    for (const next of targets.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

it('[N4] no barrels, and no names that say nothing', () => {
  const vague = /(^|\/)(index|utils?|helpers?|common|types|manager|service)\.tsx?$/
  // The catalogue of words has a file for what all screens say.
  expect(files.filter((file) => vague.test(file) && !file.includes('/words/'))).toEqual([])
})
