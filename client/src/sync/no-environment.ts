/**
 * Stands in the build for `lib0/environment`, which reads arguments of programs, addresses and storages to know where it
 * runs: a page knows that.
 */
export const isNode = false
export const isBrowser = true

/** A page is given no variables. */
export const getVariable = (): null => null
