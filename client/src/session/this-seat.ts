/** Whose seat this page shows: the token for what is asked beside the socket, and passing the device on. */
import { createContext, useContext } from 'react'

export interface ThisSeat {
  token: string
  /** Several people share this device: it can be passed by one press. */
  shared: boolean
  /** Covers the screen for the next person; `name` is that of whoever gives it away. */
  pass: (name: string) => void
}

export const SeatContext = createContext<ThisSeat>({ token: '', shared: false, pass() {} })

/** Only below a session, which has one. */
export const useThisSeat = () => useContext(SeatContext)
