/** The formats a session may start from. */
import type { Format } from '../format.ts'
import { dotVote } from './dot-vote.ts'
import { openBoard } from './open-board.ts'
import { preMortem } from './pre-mortem.ts'
import { startStop } from './start-stop.ts'
import { twoPluses } from './two-pluses.ts'

export const FORMATS: readonly Format[] = [preMortem, startStop, twoPluses, dotVote, openBoard]
