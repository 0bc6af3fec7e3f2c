/** A person in a session: comes, works, reloads, goes, comes back. */
import type { SessionClient } from '@plenary/client/sync/session-client'
import type * as Y from 'yjs'
import { memoryStorage } from '../kit/client-page.ts'
import { act } from './deeds.ts'
import { goOn, lead } from './leading.ts'
import type { Line, PersonPage, Whose } from './page.ts'
import { openPersonPage } from './page.ts'

/** How fast people are. Milliseconds between two deeds, at least and at most. */
export interface Pace {
  least: number
  most: number
  /** Between two phases. */
  phase: number
  /** Of a thousand deeds, so many are a reload, and so many a going away for a while. */
  reloads: number
  goings: number
}

export interface Being {
  whose: Whose
  name: string
  leads?: boolean
  /** Of this person's own, so that a seed makes the same people whatever the wire does. */
  random: () => number
  line: Line
  pace: Pace
}

export class Person {
  readonly whose: Whose
  readonly name: string
  page: PersonPage | null = null
  pages = 0
  longestOutage = 0
  /** Every own text that a page has given back to copy. */
  readonly told = new Set<string>()
  private readonly line: Line
  private readonly pace: Pace
  private readonly leads: boolean
  private readonly random: () => number
  private storage = memoryStorage()
  private lostSince: number | null = null
  private nextAt = 0
  private phaseAt: number
  private said = 0

  constructor({ whose, name, leads = false, random, line, pace }: Being) {
    this.whose = whose
    this.name = name
    this.leads = leads
    this.random = random
    this.line = line
    this.pace = pace
    this.phaseAt = performance.now() + pace.phase / 3
    this.rest(performance.now())
  }

  get doc(): Y.Doc | null {
    return this.page?.client.editing.doc() ?? null
  }

  get isLive(): boolean {
    return this.page?.client.link().is === 'live'
  }

  come(): void {
    this.pages++
    if (this.page !== null) return
    const page = openPersonPage(this.whose, this.line, this.storage)
    this.page = page
    page.client.subscribe(() => {
      for (const { text } of page.client.notices()) if (text !== undefined) this.told.add(text)
    })
  }

  go(): void {
    this.page?.client.leave()
    this.page = null
  }

  /** `killed`: as a phone does it, without a last word. */
  private reload(killed: boolean): void {
    const kept = memoryStorage()
    for (const [key, value] of this.storage.held) kept.held.set(key, value)
    if (killed) this.page?.cut()
    this.go()
    if (killed) this.storage = kept
    this.come()
  }

  /** To be called often: what is due happens, and how long there is no connection is measured. */
  turn(now: number): void {
    const { client } = this.page ?? {}
    this.watch(client, now)
    if (now < this.nextAt) return
    this.rest(now)
    const { random } = this
    const thrown = random() * 1_000
    if (client === undefined) return this.come()
    if (thrown < this.pace.reloads && client.link().is !== 'ended')
      return this.reload(random() < 0.5)
    if (thrown < this.pace.reloads + this.pace.goings && !this.leads) return this.go()
    const view = client.view()
    const link = client.link()
    // Nobody here is removed, and no honest client is shown the door.
    if (link.is === 'ended') throw new Error(`${this.name} was shown the door: ${link.why}`)
    if (view === null) return
    const doing = { client, view, random, words: () => this.words() }
    if (!this.leads) return act(doing)
    if (now >= this.phaseAt || view.phase === null) {
      this.phaseAt = now + this.pace.phase * (0.5 + random())
      return goOn(doing)
    }
    if (random() < 0.5) lead(doing)
    else act(doing)
  }

  /** Words that wait for their owner (a draft that was refused as it stands) are thrown away by them. */
  tidy(): void {
    const { client } = this.page ?? {}
    const told = this.page?.mine() ?? ''
    for (const { id } of client?.view()?.mine.drafts ?? [])
      if (!told.includes(`"${id}"`)) client?.removeDraft(id)
  }

  private rest(now: number): void {
    const { least, most } = this.pace
    this.nextAt = now + least + this.random() * (most - least)
  }

  private watch(client: SessionClient | undefined, now: number): void {
    if (client === undefined || client.link().is === 'live') {
      this.lostSince = null
      return
    }
    this.lostSince ??= now
    this.longestOutage = Math.max(this.longestOutage, now - this.lostSince)
  }

  private words(): string {
    return `${this.name} says ${++this.said}`
  }
}
