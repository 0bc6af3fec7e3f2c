/** Text that every reader can encode: half a surrogate pair is replaced, the length stays. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD')
}
