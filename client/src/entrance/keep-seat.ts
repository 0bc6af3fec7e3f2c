/** Where a seat is kept that was just given: as that of this device, unless somebody says otherwise. */
import type { Joined } from '../session/api.ts'
import { keepSession } from '../session/keepsake.ts'

export type KeepSeat = (joined: Omit<Joined, 'is'>, name: string) => void

export function keeping(
  keep: KeepSeat | undefined,
  name: string,
): (joined: Omit<Joined, 'is'>) => void {
  return keep === undefined ? keepSession : (joined) => keep(joined, name)
}
