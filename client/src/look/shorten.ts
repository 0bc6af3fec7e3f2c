/** The beginning of a text, for the name of a control or the title of a sheet. */
export function shorten(text: string, most = 40): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const letters = Array.from(plain)
  return letters.length <= most
    ? plain
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trim()}…`
}
