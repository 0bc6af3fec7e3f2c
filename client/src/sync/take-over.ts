/** Reads what pages that are no more have left, once it is known that there is something. */
import { commandSchema } from '@plenary/shared/command'
import type { Entry } from '@plenary/shared/entry'
import { KINDS } from '@plenary/shared/kinds'
import type { Kind } from '@plenary/shared/kinds'
import * as v from 'valibot'
import type { TextStorage } from './text-storage.ts'
import { keysOf } from './text-storage.ts'
import { UNSAVED_VERSION, asideKey, textsOf } from './unsaved.ts'
import type { Unsaved } from './unsaved.ts'

const kind = v.custom<Kind>((given) => typeof given === 'string' && Object.hasOwn(KINDS, given))
const some = v.exactOptional(v.string())
const entrySchema: v.GenericSchema<unknown, Entry> = v.object({
  id: v.string(),
  kind,
  text: v.string(),
  parent: v.string(),
  order: v.string(),
  removed: v.boolean(),
  x: v.exactOptional(v.number()),
  y: v.exactOptional(v.number()),
  by: some,
  group: some,
  talk: some,
  owner: some,
  due: some,
  ticket: some,
  status: some,
  from: some,
  to: some,
})
const draftSchema = v.object({
  id: v.string(),
  section: v.string(),
  text: v.string(),
  state: v.picklist(['open', 'done']),
  sure: v.exactOptional(v.boolean()),
  rev: v.number(),
})
const wordSchema = v.object({
  id: v.string(),
  before: v.nullable(entrySchema),
  after: entrySchema,
  between: v.exactOptional(v.array(entrySchema)),
  told: v.exactOptional(v.boolean()),
})
const askedSchema = v.object({ id: v.string(), command: commandSchema })
const begunSchema = v.object({ field: v.string(), text: v.string() })
const list = v.array(v.unknown())
const unsavedSchema = v.object({
  version: v.literal(UNSAVED_VERSION),
  drafts: list,
  asked: list,
  words: list,
  begun: list,
  texts: list,
})

export interface Left {
  /** Entries of pages begin with this. */
  pages: string
  device: TextStorage | null
  tab: TextStorage | null
  tabKey: string
  /** Which of the pages are there. */
  here: () => Promise<ReadonlySet<string>>
}

/**
 * Everything that was left, and the keys on the device that it was under. What cannot be read and has no text is set aside; `tabStays`:
 * what is in the tab could not be.
 */
export async function takeOver({
  pages,
  device,
  tab,
  tabKey,
  here: whoIsHere,
}: Left): Promise<{ found: Unsaved; taken: string[]; tabStays: boolean }> {
  const keys = device === null ? [] : keysOf(device, pages)
  const here = keys.length === 0 ? new Set<string>() : await whoIsHere()
  const taken: string[] = []
  const found: Unsaved[] = []
  for (const key of keys) {
    const page = key.slice(pages.length)
    if (here.has(page)) continue
    const left = readFrom(device, key, asideKey(pages) + page)
    if (left === 'stays') continue
    taken.push(key)
    found.push(left)
  }
  const inTab = readFrom(tab, tabKey, asideKey(pages))
  // All was over when it was written: what is no draft is to copy.
  if (inTab !== 'stays')
    found.push({
      drafts: inTab.drafts,
      asked: [],
      words: [],
      begun: [],
      texts: textsOf({ ...inTab, drafts: [] }),
    })
  return {
    found: {
      drafts: found.flatMap(({ drafts }) => drafts),
      asked: found.flatMap(({ asked }) => asked),
      words: found.flatMap(({ words }) => words),
      begun: found.flatMap(({ begun }) => begun),
      texts: found.flatMap(({ texts }) => texts),
    },
    taken,
    tabStays: inTab === 'stays',
  }
}

/**
 * Each thing for itself: of one that an older or newer page wrote otherwise, the texts are to copy, and the rest goes on.
 * `stays`: nothing of it can be read, and there is no room to set it aside.
 */
function readFrom(storage: TextStorage | null, key: string, aside: string): Unsaved | 'stays' {
  const nothing: Unsaved = { drafts: [], asked: [], words: [], begun: [], texts: [] }
  const held = storage?.getItem(key) ?? null
  if (held === null) return nothing
  const parsed = v.safeParse(unsavedSchema, parseJson(held))
  const unread: unknown[] = []
  function each<S extends v.GenericSchema>(
    schema: S,
    items: readonly unknown[],
  ): v.InferOutput<S>[] {
    return items.flatMap((item) => {
      const read = v.safeParse(schema, item)
      if (!read.success) unread.push(item)
      return read.success ? [read.output] : []
    })
  }
  const left = !parsed.success
    ? nothing
    : {
        drafts: each(draftSchema, parsed.output.drafts),
        asked: each(askedSchema, parsed.output.asked),
        words: each(wordSchema, parsed.output.words).map((word) => ({ ...word, kept: true })),
        begun: each(begunSchema, parsed.output.begun),
        texts: each(v.string(), parsed.output.texts),
      }
  const mute = unread.filter((item) => textIn(item).length === 0)
  try {
    // Not ours to understand: out of the way, but not thrown away before its person leaves or all is over.
    if (!parsed.success) storage?.setItem(aside, held)
    else if (mute.length > 0) storage?.setItem(aside, JSON.stringify(mute))
  } catch {
    if (!parsed.success) return 'stays'
  }
  return { ...left, texts: [...left.texts, ...unread.flatMap(textIn)] }
}

/** The text of something that is not what it should be: its own, that of its command, or as it was left. */
function textIn(item: unknown): string[] {
  const fields = v.safeParse(v.record(v.string(), v.unknown()), item)
  if (!fields.success) return []
  const { text, command, after, from, to } = fields.output
  if (typeof text === 'string') return [text]
  // A text that was to be another one.
  if (typeof from === 'string' && typeof to === 'string') return [to]
  return [...textIn(command), ...textIn(after)]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
