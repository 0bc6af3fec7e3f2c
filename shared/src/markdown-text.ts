/** Texts inside a Markdown document: whatever they hold, a reader shows them as the text they are. */

/**
 * White space at the ends of a line, which readers cut off, and such as would be taken for layout anywhere. It is
 * looked for where it begins and nowhere else, or a long run of it would take the square of its length.
 */
const LAYOUT = /^\s+|(?<!\s)\s+$|[\t\v\f\u2028\u2029]+/gu
/** What may begin a list, a rule, a heading underline or a table's second row. */
const LINE_START = /^(?:[-+:]|\d{1,9}(?=[.)]))/

/** One line, without its line break. */
function line(text: string): string {
  return (
    text
      .replaceAll(/[\\`*_[\]~=#!$^@]/g, String.raw`\$&`)
      // References, not backslashes: readers older than CommonMark would pass `\<script>` on as HTML, and split a
      // table at `\|`.
      .replaceAll(/[&<>|]/g, reference)
      // Such as `https://` and `www.` become links without any mark-up.
      .replaceAll('://', String.raw`\://`)
      .replaceAll(/(www)\./gi, String.raw`$1\.`)
      .replace(LINE_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
      .replaceAll(LAYOUT, (spaces) => Array.from(spaces, reference).join(''))
  )
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function reference(char: string): string {
  return NAMED[char] ?? `&#${String(char.codePointAt(0))};`
}

function lines(text: string): string[] {
  return text
    .replace(/(?<![\r\n])[\r\n]+$/, '')
    .split(/\r\n|\r|\n/)
    .map(line)
}

/** For headings and table cells, which are one line: a line break is written as `<br>`. */
export function inlineText(text: string): string {
  return lines(text).join('<br>')
}

/** For paragraphs and list items: lines after the first begin with `indent`. */
export function blockText(text: string, indent = ''): string {
  return lines(text).join(`\\\n${indent}`)
}
