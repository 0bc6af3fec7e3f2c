/** Stands in for `lib0/logging`: what yjs says to its developers, which a page says to nobody. */

export const BOLD = ''
export const UNBOLD = ''
export const ORANGE = ''
export const RED = ''

export const print = (): void => {}
export const warn = (): void => {}
