/** The device that several people share, loaded only where they do. */
import { later } from '../look/later.ts'

export const SharedDevice = later(() => import('./SharedDevice.tsx'))
