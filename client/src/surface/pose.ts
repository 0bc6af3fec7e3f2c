/** The camera as values: where the board lies behind its window, and how near. Without React, page or clock. */
import type { Point } from '@plenary/shared/wall'

/** Nearest and farthest the board is seen from. */
export const ZOOM_MIN = 0.2
export const ZOOM_MAX = 3
/** A section is never fitted nearer than this. */
const FIT_MAX = 1.25
/** Smaller than this nobody reads a card: a section that would have to be is fitted by its width, or by its corner. */
export const FIT_READABLE = 0.7

/** A point of the board lies at `point * k + (x, y)` of the window, in CSS px. One board unit is one px at k = 1. */
export interface Pose {
  x: number
  y: number
  k: number
}

export interface Size {
  width: number
  height: number
}

/** In board units. */
export interface Area extends Size {
  left: number
  top: number
}

/** Kept free at each side of the window, where tools lie on the board. px */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

export function clampZoom(k: number): number {
  return Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, k))
}

/** The point of the board behind a point of the window. */
export function toBoard({ x, y, k }: Pose, at: Point): Point {
  return { x: (at.x - x) / k, y: (at.y - y) / k }
}

export function toWindow({ x, y, k }: Pose, at: Point): Point {
  return { x: at.x * k + x, y: at.y * k + y }
}

/** Nearer or farther, with the same point of the board behind `at`. */
export function zoomedAt(pose: Pose, at: Point, to: number): Pose {
  const k = clampZoom(to)
  const on = toBoard(pose, at)
  return { x: at.x - on.x * k, y: at.y - on.y * k, k }
}

/** Kept so that some of the board is always in the window. */
export function kept(pose: Pose, window: Size, board: Area, rest = 80): Pose {
  const { k } = pose
  const within = (value: number, least: number, most: number) =>
    Math.min(Math.max(value, Math.min(least, most)), Math.max(least, most))
  return {
    k,
    x: within(pose.x, rest - (board.left + board.width) * k, window.width - rest - board.left * k),
    y: within(pose.y, rest - (board.top + board.height) * k, window.height - rest - board.top * k),
  }
}

/** A section as large as it is read well: whole where it is nearly low enough, else its upper part. */
export function fitted(section: Area, window: Size, insets: Insets): Pose {
  const width = Math.max(1, window.width - insets.left - insets.right)
  const height = Math.max(1, window.height - insets.top - insets.bottom)
  const wide = Math.min(FIT_MAX, width / section.width)
  const whole = Math.min(wide, height / section.height)
  const k = clampZoom(Math.max(whole >= FIT_READABLE ? whole : Math.min(1, wide), FIT_READABLE))
  const left = Math.max(0, (width - section.width * k) / 2)
  return {
    k,
    x: insets.left + left - section.left * k,
    y: insets.top - section.top * k,
  }
}

/** All of the board, in the middle. */
export function overview(board: Area, window: Size, insets: Insets): Pose {
  const width = Math.max(1, window.width - insets.left - insets.right)
  const height = Math.max(1, window.height - insets.top - insets.bottom)
  const k = clampZoom(Math.min(1, width / board.width, height / board.height))
  return {
    k,
    x: insets.left + (width - board.width * k) / 2 - board.left * k,
    y: insets.top + Math.max(0, (height - board.height * k) / 2) - board.top * k,
  }
}

/** Whether at least half of the section, or half of the window, is this section. */
export function shows(pose: Pose, section: Area, window: Size): boolean {
  const a = toWindow(pose, { x: section.left, y: section.top })
  const b = toWindow(pose, { x: section.left + section.width, y: section.top + section.height })
  const wide = Math.min(b.x, window.width) - Math.max(a.x, 0)
  const high = Math.min(b.y, window.height) - Math.max(a.y, 0)
  if (wide <= 0 || high <= 0) return false
  const least = Math.min((b.x - a.x) * (b.y - a.y), window.width * window.height)
  return wide * high >= least / 2
}

/** Between two poses, `t` from 0 to 1. */
export function between(from: Pose, to: Pose, t: number): Pose {
  const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2
  const mix = (a: number, b: number) => a + (b - a) * eased
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), k: mix(from.k, to.k) }
}

/** How fast the board moves under a card that is held near an edge of the window. px a second, each axis. */
export function edgeSpeed(at: Point, window: Size, band = 48, most = 900): Point {
  const speed = (value: number, end: number) => {
    if (value < band) return ((band - Math.max(0, value)) / band) * most
    if (value > end - band) return (-(band - Math.max(0, end - value)) / band) * most
    return 0
  }
  return { x: speed(at.x, window.width), y: speed(at.y, window.height) }
}
