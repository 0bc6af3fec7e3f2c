/** The invitation as text for a mail or a chat. */
import { formatCode } from '../look/clock.ts'
import { setUp } from '../words/set-up.ts'
import { clockOf, dayOf } from './time.ts'

const words = setUp.invite

interface Inviting {
  title: string
  /** Title of the format. */
  format: string
  supposes: boolean
  anonymous: boolean
  startsAt: number | null
  minutes: number
  /** Where people join. */
  link: string
  code: string
  notesTo: string
}

export function invitationText(inviting: Inviting): string {
  const { title, startsAt, minutes, notesTo } = inviting
  return [
    startsAt === null
      ? words.length(minutes)
      : words.when(dayOf(startsAt), clockOf(startsAt), clockOf(startsAt + minutes * 60_000)),
    inviting.supposes ? words.premise(title) : words.plain(title, inviting.format),
    inviting.anonymous ? words.nameless : words.named,
    words.join(inviting.link),
    words.code(formatCode(inviting.code)),
    ...(notesTo === '' ? [] : [words.notes(notesTo)]),
    words.other,
  ].join(' ')
}
