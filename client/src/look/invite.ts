import { inviteOrigin } from './address.ts'

/** Where people join: the code stands after the #, so that it reaches no server log. */
export function joinLink(code: string): string {
  return `${inviteOrigin()}/join#${code}`
}
