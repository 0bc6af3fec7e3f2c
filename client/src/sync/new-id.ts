/** Names for what this page makes. */
import { CARD_ID_LENGTH } from '@plenary/shared/kinds'

/** 128 random bits in unpadded base64url: 22 characters, fit for entries, drafts and commands. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, CARD_ID_LENGTH)
}
