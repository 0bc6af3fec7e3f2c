/** A choice between on and off that this device remembers. */
import { useSyncExternalStore } from 'react'
import { createListeners } from '../sync/listeners.ts'

export interface KeptSwitch {
  isOn: () => boolean
  set: (on: boolean) => void
  /** The same in a component. */
  useOn: () => boolean
}

/** `usual` counts until somebody chooses, and wherever nothing may be stored. */
export function keptSwitch(key: string, usual: boolean): KeptSwitch {
  const changes = createListeners()
  const isOn = () => {
    try {
      return (localStorage.getItem(key) ?? (usual ? 'on' : 'off')) === 'on'
    } catch {
      return usual
    }
  }
  return {
    isOn,
    set: (on) => {
      try {
        if (on === usual) localStorage.removeItem(key)
        else localStorage.setItem(key, on ? 'on' : 'off')
      } catch {
        // It stays as it is on every fresh page.
      }
      changes.call()
    },
    useOn: () => useSyncExternalStore(changes.add, isOn),
  }
}
