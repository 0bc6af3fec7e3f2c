/** A wall is fetched behind the first screen: few sessions have one. */
import { later } from '../look/later.ts'

const loadWall = () => import('./Wall.tsx')
const loadWallVote = () => import('./WallVote.tsx')

export const Wall = later(loadWall)
export const WallVote = later(loadWallVote)

export const WALL_PARTS = [loadWall, loadWallVote] as const
