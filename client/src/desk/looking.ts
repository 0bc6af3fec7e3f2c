/** Whether this person looks at the board while something else goes on. Belongs to the page and dies with it. */
import { createStore, useStore } from 'zustand'

const looking = createStore<{ on: boolean }>(() => ({ on: false }))

export function useLooking(): boolean {
  return useStore(looking, ({ on }) => on)
}

export function look(on: boolean): void {
  looking.setState({ on })
}
