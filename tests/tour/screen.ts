/**
 * What the tour knows of a screen: who looks at what moment of which session, and what to do there.
 * `parts` are the modules of the client that a picture shows; a part that is in no picture fails the tour.
 */
import type { Page } from 'playwright-core'
import type { Cast } from './cast.ts'
import type { CASTS } from './casts.ts'

export const WIDTHS = [1440, 900, 640, 390, 320] as const
export const THEMES = ['light', 'dark'] as const
export type Width = (typeof WIDTHS)[number]
export type Theme = (typeof THEMES)[number]
export const DESKS: readonly Width[] = [1440, 900]
export const PHONES: readonly Width[] = [640, 390, 320]

type Desk = `desk/${string}`
type Phone = `phone/${string}`
type Part =
  | Desk
  | Phone
  | `${'chair' | 'seat' | 'entrance' | 'finish' | 'look' | 'past' | 'report' | 'room' | 'session' | 'setup'}/${string}`

export interface Screen {
  /** Names the pictures. */
  readonly name: string
  /** The session it is part of; screens of one cast share it, so they must not change it. */
  readonly cast: keyof typeof CASTS
  /** Whose browser; null: somebody without a seat. */
  readonly who: string | null | ((width: Width) => string)
  /** Below the session's address, or a whole path. */
  readonly path?: string | ((here: Cast) => string)
  /** Words that are on it when it stands. */
  readonly stands: string | RegExp
  readonly parts: readonly Part[]
  /** Only these widths; all without. */
  readonly widths?: readonly Width[]
  /** Who else is on this device. */
  readonly passes?: string
  /** Runs in the page before anything of the app does. */
  readonly first?: () => void
  /** The console complains here, as it should. */
  readonly complains?: true
  /** A sheet or a menu is open in the picture, with these words. */
  readonly opens?: string | RegExp
  /** What is done before the picture. */
  readonly then?: (page: Page, here: Cast, width: Width) => Promise<void>
}
