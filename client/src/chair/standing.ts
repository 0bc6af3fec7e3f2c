/** How somebody stands to the chair, in words. */
import type { Someone } from '../sync/session-client.ts'
import { lead } from '../words/lead.ts'

/** '' for who neither leads nor stands in. */
export function standingOf({ role, lead: chair, standin }: Someone): string {
  if (role === 'facilitator') return chair === true ? lead.leads : lead.leadsToo
  return standin === true ? lead.standsIn : ''
}
