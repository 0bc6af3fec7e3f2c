import { keptSwitch } from '../look/kept-switch.ts'

/** Whether the console is folded where it stands beside the board. */
export const folds = keptSwitch('plenary.folded', false)
