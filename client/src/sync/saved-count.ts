/**
 * Which of this page's changes are on the server's disk. Every change of the document has a number, counted up
 * for as long as the page lives; the server counts the frames of one socket.
 */
export interface SavedCount {
  /** The number that the next change will get. */
  next: () => number
  /** The last change that ever went out: a server may have everything up to it, and has nothing after it. */
  wentOut: () => number
  /** A change was made. `sent`: it went out in a frame of its own at once. */
  made: (sent: boolean) => void
  /** A frame with everything made so far went out: the answer to a sync step 1. */
  sentAll: () => void
  /** The server has this many frames of the socket on disk. Returns the number up to which changes are saved. */
  saved: (frames: number) => number
  /** The socket is gone; what was not saved will go out again. */
  lost: () => void
  /** Changes that are not on disk yet. */
  waiting: () => number
  /** Whatever was not saved goes another way: into a new document. */
  reset: () => void
}

export function createSavedCount(): SavedCount {
  let last = 0
  let safe = 0
  let wentOut = 0
  let frames = 0
  /** Everything made so far is on disk, or went out on this socket. Else a frame says nothing of what was made before. */
  let level = false
  let sent: { frame: number; upTo: number }[] = []
  function goesOut(): void {
    wentOut = last
    frames += 1
    if (level) sent.push({ frame: frames, upTo: last })
  }
  function lost(): void {
    level = false
    sent = []
    frames = 0
  }
  return {
    next: () => last + 1,
    wentOut: () => wentOut,
    made(out) {
      level = out && (level || safe === last)
      last += 1
      if (out) goesOut()
    },
    sentAll() {
      level = true
      goesOut()
    },
    saved(count) {
      for (const { frame, upTo } of sent) if (frame <= count) safe = Math.max(safe, upTo)
      sent = sent.filter(({ frame }) => frame > count)
      return safe
    },
    lost,
    waiting: () => last - safe,
    reset() {
      safe = last
      lost()
    },
  }
}
