import type { Format } from '@plenary/shared/format'
import { parkingOf } from '@plenary/shared/judge'

/** Sections for notes and actions of a format; the parking lot is no place for the notes of a topic. */
export function listsOf(format: Format): { notes: string | null; actions: string | null } {
  const parking = parkingOf(format)
  return {
    notes: format.sections.find((one) => one.kind === 'notes' && one.id !== parking)?.id ?? parking,
    actions: format.sections.find((one) => one.kind === 'actions')?.id ?? null,
  }
}
