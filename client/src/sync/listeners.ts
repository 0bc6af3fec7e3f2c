/** A set of callbacks; a listener may go while it is being called. */
export interface Listeners {
  add: (listener: () => void) => () => void
  call: () => void
}

export function createListeners(): Listeners {
  const all = new Set<() => void>()
  return {
    add(listener) {
      // Wrapped, so that the same function added twice is two listeners.
      const one = () => listener()
      all.add(one)
      return () => void all.delete(one)
    },
    call() {
      for (const listener of Array.from(all)) if (all.has(listener)) listener()
    },
  }
}
