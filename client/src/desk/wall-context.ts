/** What a card of a wall asks of its wall. Null off the wall. */
import { createContext } from 'react'

interface WallDeeds {
  /** Lets the person choose what this card leads to. */
  connect: (card: string) => void
}

export const WallContext = createContext<WallDeeds | null>(null)
