/** Chance and secrets, from the operating system's generator. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Dice } from '@plenary/shared/decision'

/** Further than a session counts by itself, and 8,000 restores below what a number holds. */
const RESTORED_MIN = 2 ** 20
const RESTORED_MAX = 2 ** 40

export const dice: Dice = {
  id: () => randomBytes(16).toString('base64url'),
  shuffle(items) {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = randomInt(last + 1)
      const [a, b] = [shuffled[last], shuffled[other]]
      if (a === undefined || b === undefined) continue
      shuffled[last] = b
      shuffled[other] = a
    }
    return shuffled
  },
}

/** 256 random bits in unpadded base64url: a token, a seat's or a link's secret. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Secrets are stored as this and nothing else. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Nine digits; the first is not zero, so that nobody drops it. */
export function newJoinCode(): string {
  return String(randomInt(100_000_000, 1_000_000_000))
}

/** Session ids are 128 bits. */
export function newSessionId(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The epoch of a session that is restored from a backup. Chance, not a count: the history that is given up has gone on
 * counting from the same epoch, and the same backup may be restored again.
 */
export function newEpoch(epoch: number): number {
  return epoch + randomInt(RESTORED_MIN, RESTORED_MAX)
}

/** A random client id below `limit` that is not taken. */
export function freeClientId(taken: (id: number) => boolean, limit: number): number {
  for (;;) {
    const id = randomInt(1, limit)
    if (!taken(id)) return id
  }
}
