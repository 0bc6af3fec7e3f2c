/** A ticket is a text; only an address of the web becomes a link. */

interface TicketLink {
  href: string
  /** Short enough for a cell: its last part, such as AUD-31, else where it leads. */
  label: string
}

const LABEL_MAX = 32

/** null: no address, or one that could run or read something. */
export function ticketLink(ticket: string): TicketLink | null {
  if (!/^https?:\/\//i.test(ticket.trim()) || !URL.canParse(ticket)) return null
  const url = new URL(ticket)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const last = url.pathname.split('/').findLast((part) => part !== '')
  const label = last !== undefined && /^[\w.-]+$/.test(last) ? last : url.host
  return {
    href: url.href,
    label: label.length > LABEL_MAX ? `${label.slice(0, LABEL_MAX - 1)}…` : label,
  }
}
