/** What one frame of a client may hold; beyond it nothing honest was ever made. */
import { SYNC_STEP_2_MAX, UPDATE_MAX } from '@plenary/shared/frame'

/** Bytes and structs of one frame that carries a Yjs update. */
export interface FrameLimits {
  maxBytes: number
  maxStructs: number
}

/** An update frame, one edit or one batch of edits. */
export const UPDATE_LIMITS: FrameLimits = { maxBytes: UPDATE_MAX, maxStructs: 2_000 }
/** The answer to a sync step 1: everything the client has that we lack. */
export const SYNC_STEP_2_LIMITS: FrameLimits = { maxBytes: SYNC_STEP_2_MAX, maxStructs: 8_000 }
/** Client ids an update may name. An honest one names its own, and others only in what we know already. */
export const CLIENTS_MAX = 8
/** Highest clock of a client id; beyond 2^53 clocks would stop counting. */
export const CLOCK_MAX = 2 ** 31 - 1
/** Longest run of deleted content, in clocks: it costs a few bytes whatever length it claims. */
export const TOMBSTONE_MAX = 100_000
/** Steps spent on finding the positions of new items in one list. Honest items stand next to their neighbours. */
export const ORDER_STEPS_MAX = 1_000_000
/** Longest key of a map, in UTF-16 code units. */
export const KEY_MAX = 64
/** Separate stretches of deleted text in one frame. Whoever writes by hand leaves a few. */
export const CUTS_MAX = 4_000
