/**
 * Stands in for `y-protocols/awareness`: presence is a message of our own, awareness is ignored by the server, and so
 * no phone loads how it works. What y-websocket asks of it is answered as by somebody who is nowhere.
 */

export class Awareness {
  getStates = (): Map<number, unknown> => new Map()
  getLocalState = (): null => null
  setLocalState = (): void => {}
  on = (): void => {}
  off = (): void => {}
  destroy = (): void => {}
}

/** An update that tells of nobody. */
export const encodeAwarenessUpdate = (): Uint8Array => new Uint8Array([0])
export const applyAwarenessUpdate = (): void => {}
export const removeAwarenessStates = (): void => {}
