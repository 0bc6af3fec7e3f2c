/** Every screen and state of the app, for the tour. */
import type { Screen, Theme, Width } from './screen.ts'
import { WIDTHS } from './screen.ts'
import { ending } from './screens/ending.ts'
import { entrance } from './screens/entrance.ts'
import { leading } from './screens/leading.ts'
import { sorting } from './screens/sorting.ts'
import { trouble } from './screens/trouble.ts'
import { voting } from './screens/voting.ts'
import { wall } from './screens/wall.ts'
import { writing } from './screens/writing.ts'

export const SCREENS: readonly Screen[] = [
  ...entrance,
  ...writing,
  ...sorting,
  ...leading,
  ...wall,
  ...voting,
  ...ending,
  ...trouble,
]

/** Light at one width and dark at the next, the other way round on the next screen. */
export function themeFor(screen: Screen, width: Width): Theme {
  const turn = SCREENS.indexOf(screen) + WIDTHS.indexOf(width)
  return turn % 2 === 0 ? 'light' : 'dark'
}
