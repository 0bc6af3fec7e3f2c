/** Addresses in people's words, so that they can be followed. Everything else of a text is plain. */

interface LinkPart {
  text: string
  /** http, https or mailto; absent: plain words. */
  href?: string
}

const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"“”„]+/gi
/** What stands behind an address in a sentence and is no part of it. */
const BEHIND = `.,;:!?'’…`
const SAFE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** The text in pieces, in its order; put together they are the text. */
export function linkParts(text: string): LinkPart[] {
  const parts: LinkPart[] = []
  let done = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0])
    if (!isSafe(address)) continue
    if (match.index > done) parts.push({ text: text.slice(done, match.index) })
    parts.push({ text: address, href: address })
    done = match.index + address.length
  }
  if (done < text.length) parts.push({ text: text.slice(done) })
  return parts
}

/** Without the end of a sentence, and without a bracket that was opened before the address. */
function trimmed(address: string): string {
  const over: Record<string, number> = {
    ')': count(address, ')') - count(address, '('),
    ']': count(address, ']') - count(address, '['),
  }
  let end = address.length
  for (; end > 0; end--) {
    const last = address.charAt(end - 1)
    const opened = over[last]
    if (opened === undefined ? !BEHIND.includes(last) : opened <= 0) break
    if (opened !== undefined) over[last] = opened - 1
  }
  return address.slice(0, end)
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, pathname } = new URL(address)
  return SAFE.has(protocol) && (protocol === 'mailto:' ? pathname !== '' : host !== '')
}
