/** Words that no server has confirmed are offered again seldom, and by a part that is fetched behind the first screen. */
export const loadOfferAgain = () => import('./offer-again.ts')
