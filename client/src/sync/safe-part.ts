/** What keeps own words on the device is fetched behind the first screen, with the first word, or before where some were left. */
export const loadSafeWords = () => import('./safe-words.ts')
