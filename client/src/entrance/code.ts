/** Join codes as people type and paste them. */

const LENGTH = 9

/** What stands in the field: digits in threes; anything that is no code is kept as typed. */
export function typedCode(text: string): string {
  if (/[a-z]/i.test(text)) return text.trim()
  const digits = text.replaceAll(/\D/g, '').slice(0, LENGTH)
  return digits.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}

export type Invitation =
  | { is: 'code'; code: string }
  /** The path and fragment of a pasted link to a session. */
  | { is: 'link'; to: string }
  | { is: 'none' }

/** Reads a code or a whole pasted link. */
export function readInvitation(text: string): Invitation {
  const plain = text.trim()
  const inLink = /\/join#([\d\s-]+)$/.exec(plain)
  const session = /(\/s\/[A-Za-z0-9_-]+(?:\/device)?)(#key=[A-Za-z0-9_-]+)?$/.exec(plain)
  if (session !== null) return { is: 'link', to: `${session[1] ?? ''}${session[2] ?? ''}` }
  if (inLink === null && /[a-z]/i.test(plain)) return { is: 'none' }
  const digits = (inLink?.[1] ?? plain).replaceAll(/\D/g, '')
  return digits.length === LENGTH ? { is: 'code', code: digits } : { is: 'none' }
}
