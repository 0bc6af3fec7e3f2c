/** Taking back is fetched behind the first screen. */
export const loadUndo = () => import('./undo.ts')
