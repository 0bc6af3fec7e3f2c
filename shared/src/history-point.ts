/** A point of a session's history: that the board was kept as it stood, and under which name. */
import * as v from 'valibot'
import type { BoardReader } from './entry.ts'

/** Points a session keeps. Beyond it the oldest goes that nobody has named. */
export const POINTS_MAX = 50
/** Points that come by themselves when phases change: each is a copy of the board, and nobody works in phases so short. */
export const PHASE_POINTS_A_MINUTE = 10
/** Points of a session that somebody has named; the rest is for those that come by themselves. */
export const POINTS_NAMED_MAX = 30
/** A board of more is not kept. UTF-16 code units of its words, see {@link sizeOf}. */
export const POINT_SIZE_MAX = 16 * 1024 * 1024
/** What all points of a session hold together, named ones half of it at most. UTF-16 code units. */
export const POINTS_SIZE_MAX = 4 * POINT_SIZE_MAX
/** Milliseconds. */
const MINUTE = 60_000
/** What an entry takes beside its words. UTF-16 code units. */
const ENTRY_SIZE = 128

const POINT_KINDS = ['phase', 'named', 'before'] as const

/** The board itself lies in the store. */
export interface HistoryPoint {
  id: string
  /** The end of a phase; named by a facilitator; taken before the board was brought back to another point. */
  is: (typeof POINT_KINDS)[number]
  /** The title of the phase, the name given, or that of the point the board was then brought back to. */
  name: string
  /** Server time. */
  at: number
  /** The phase the session was in; null before its start. */
  phase: string | null
  /** Who named it, or brought the board back. */
  by: string | null
  /** See {@link sizeOf}. */
  size: number
}

/** A point as whoever looks is told of it. */
export const toldPointSchema = v.object({
  id: v.string(),
  is: v.picklist(POINT_KINDS),
  name: v.string(),
  at: v.number(),
  phase: v.nullable(v.string()),
  by: v.nullable(v.string()),
})
export type ToldPoint = v.InferOutput<typeof toldPointSchema>

const broughtBackSchema = v.object({
  by: v.string(),
  at: v.number(),
  /** What it was brought back to. */
  to: v.object({ id: v.string(), is: v.picklist(POINT_KINDS), name: v.string(), at: v.number() }),
  /** The point that was taken before. */
  before: v.string(),
})
/** The last time the board was brought back to a point. */
export type BroughtBack = v.InferOutput<typeof broughtBackSchema>

/** As it was published, or null. */
export function readBroughtBack(published: unknown): BroughtBack | null {
  const parsed = v.safeParse(broughtBackSchema, published)
  return parsed.success ? parsed.output : null
}

/** What a board takes to keep, roughly, and known without writing it down. UTF-16 code units. */
export function sizeOf(board: BoardReader): number {
  let size = 0
  for (const { text, removed } of board.entries()) if (!removed) size += text.length + ENTRY_SIZE
  return size
}

/** The points that are kept of these, oldest first. */
export function keptPoints(points: readonly HistoryPoint[]): HistoryPoint[] {
  const kept = [...points]
  while (kept.length > POINTS_MAX || total(kept) > POINTS_SIZE_MAX) {
    const goes = kept.findIndex(({ is }) => is !== 'named')
    if (goes < 0) break
    kept.splice(goes, 1)
  }
  return kept
}

/** Whether one more point of this size may be named. */
export function mayName(points: readonly HistoryPoint[], size: number): boolean {
  const named = points.filter(({ is }) => is === 'named')
  return named.length < POINTS_NAMED_MAX && total(named) + size <= POINTS_SIZE_MAX / 2
}

/** Whether a change of phase takes a point now. */
export function mayTakeOfPhase(points: readonly HistoryPoint[], now: number): boolean {
  const lately = points.filter(({ is, at }) => is === 'phase' && at <= now && now - at < MINUTE)
  // Of large boards few are kept, so that they could not be counted.
  return lately.length < PHASE_POINTS_A_MINUTE && total(lately) < POINTS_SIZE_MAX / 2
}

function total(points: readonly HistoryPoint[]): number {
  return points.reduce((sum, { size }) => sum + size, 0)
}
