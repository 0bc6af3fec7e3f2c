/** How reading an update ends early. Caught by the gate alone, before anything was applied. */

/** `rejected`: no honest client sends this. `gap`: something before it is missing, which may be honest. */
export class Reject extends Error {
  readonly is: 'rejected' | 'gap'
  readonly code: string

  constructor(is: 'rejected' | 'gap', code: string) {
    super(`gate: ${is}: ${code}`)
    this.is = is
    this.code = code
  }
}

/** Ends the reading of an update that no honest client sends. */
export function hard(code: string): never {
  throw new Reject('rejected', code)
}

/** Ends the reading of an update whose forerunner never arrived. */
export function gap(code: string): never {
  throw new Reject('gap', code)
}
