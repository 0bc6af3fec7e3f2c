/** A pasted list as cards: bullets and numbers are stripped, empty lines left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–—]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}
