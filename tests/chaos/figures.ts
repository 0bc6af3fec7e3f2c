/** What a run came to, in numbers. */
import type { Compared } from './account.ts'
import { nothingCompared } from './account.ts'
import type { Way } from './disk.ts'
import type { Tally } from './witness.ts'

export interface Figures {
  kills: number
  /** Of them: while the disk was full, and within a moment of a start. */
  killsOnFullDisk: number
  killsAtStart: number
  stops: number
  frozen: number
  full: Record<Way, number>
  /** Writes that the server says it could not make. */
  failedWrites: number
  sessions: number
  people: number
  pages: number
  sockets: number
  cut: number
  swallowed: number
  dropped: number
  repeated: number
  /** Times at which everything was quiet and everybody was compared with the disk. */
  quiets: number
  /** Longest time in which one person's page had no live connection. Milliseconds. */
  longestOutage: number
  /** Longest time from a start to the moment when everybody was back. Milliseconds. */
  longestReturn: number
  told: Tally
  compared: Compared
}

export const noFigures = (): Figures => ({
  kills: 0,
  killsOnFullDisk: 0,
  killsAtStart: 0,
  stops: 0,
  frozen: 0,
  full: { 'no space': 0, 'write refused': 0 },
  failedWrites: 0,
  sessions: 0,
  people: 0,
  pages: 0,
  sockets: 0,
  cut: 0,
  swallowed: 0,
  dropped: 0,
  repeated: 0,
  quiets: 0,
  longestOutage: 0,
  longestReturn: 0,
  told: { commands: 0, answers: 0, readOnly: 0, edits: 0, saved: 0, heard: 0, mines: 0 },
  compared: nothingCompared(),
})

export function add(to: Tally, more: Tally): void {
  to.commands += more.commands
  to.answers += more.answers
  to.readOnly += more.readOnly
  to.edits += more.edits
  to.saved += more.saved
  to.heard += more.heard
  to.mines += more.mines
}

const number = new Intl.NumberFormat('en')
const n = (value: number): string => number.format(Math.round(value))
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`

export function linesOf(figures: Figures): string {
  const { told, compared, full } = figures
  return [
    `kill -9 ${n(figures.kills)} (at a full disk ${n(figures.killsOnFullDisk)}, just after a start ${n(figures.killsAtStart)}), graceful stops ${n(figures.stops)}, frozen ${n(figures.frozen)}`,
    `full disk ${n(full['no space'])} times without space, ${n(full['write refused'])} times with writes refused; commits that failed ${n(figures.failedWrites)}`,
    `sessions ${n(figures.sessions)}, people ${n(figures.people)}, page loads ${n(figures.pages)}, sockets ${n(figures.sockets)}`,
    `lines cut ${n(figures.cut)}, lines that swallowed ${n(figures.swallowed)}, frames lost ${n(figures.dropped)}, frames twice ${n(figures.repeated)}`,
    `commands ${n(told.commands)}, answers ${n(told.answers)} (not now, read-only ${n(told.readOnly)}), edits ${n(told.edits)}, "saved" ${n(told.saved)}, updates seen ${n(told.heard)}, private views ${n(told.mines)}`,
    `held against the disk: records ${n(compared.records)}, answers ${n(compared.answers)}, saved ${n(compared.saved)}, different updates ${n(compared.updates)}, private views ${n(compared.mines)}, seats ${n(compared.seats)}, people ${n(compared.people)}, documents ${n(compared.documents)}, refused texts ${n(compared.refused)}`,
    `quiet ${n(figures.quiets)} times and everybody equal to the replay; not judged ${n(compared.unjudged)}, records cut before they were read ${n(compared.unread)}`,
    `longest outage of one person ${seconds(figures.longestOutage)}, longest until everybody was back after a start ${seconds(figures.longestReturn)}`,
  ].join('\n')
}
