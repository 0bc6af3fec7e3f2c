/** A foreign `Origin` is refused, an absent one is not: the token is no ambient credential. */

export function isForeign(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return false
  if (publicUrl !== null && origin === publicUrl) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
