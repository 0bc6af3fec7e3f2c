/** What is said while nothing is saved, fetched before it has come to that. */
import { later } from './later.ts'

export const loadLinkBanner = () => import('./LinkBanner.tsx')

export const LinkBanner = later(loadLinkBanner)
