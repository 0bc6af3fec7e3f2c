import { keptSwitch } from '../look/kept-switch.ts'

/** Whether this device chimes at zero for whoever leads. */
export const chimes = keptSwitch('plenary.chime', true)
