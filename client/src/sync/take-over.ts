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
const unsavedSchema = v.object({
  version: v.literal(UNSAVED_VERSION),
  drafts: v.array(draftSchema),
  asked: v.array(v.object({ id: v.string(), command: commandSchema })),
  words: v.array(v.object({ id: v.string(), before: v.nullable(entrySchema), after: entrySchema })),
  begun: v.array(v.object({ field: v.string(), text: v.string() })),
  texts: v.array(v.string()),
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

/** Everything that was left, and the keys on the device that it was under. What cannot be read is set aside. */
export async function takeOver({
  pages,
  device,
  tab,
  tabKey,
  here: whoIsHere,
}: Left): Promise<{ found: Unsaved; taken: string[] }> {
  const keys = device === null ? [] : keysOf(device, pages)
  const here = keys.length === 0 ? new Set<string>() : await whoIsHere()
  const taken = keys.filter((key) => !here.has(key.slice(pages.length)))
  const found = taken.flatMap((key) => readFrom(device, key, pages) ?? [])
  const inTab = readFrom(tab, tabKey, pages)
  // All was over when it was written: what is no draft is to copy.
  if (inTab !== null)
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
  }
}

function readFrom(storage: TextStorage | null, key: string, pages: string): Unsaved | null {
  const held = storage?.getItem(key) ?? null
  if (held === null) return null
  const parsed = v.safeParse(unsavedSchema, parseJson(held))
  if (parsed.success) {
    const { version: _, ...unsaved } = parsed.output
    return { ...unsaved, words: unsaved.words.map((word) => ({ ...word, kept: true })) }
  }
  // Not ours to understand: out of the way, but not thrown away before its person leaves.
  storage?.setItem(asideKey(pages), held)
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
