/** Puts a text with its headings and lists on the clipboard; what takes only plain text gets that. */
import { copyText } from '../look/copy.ts'
import type { Mail } from './mail.ts'

/** Answers whether it worked; plain http and old browsers have other ways. */
export async function copyRich({ html, text }: Mail): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ])
    return true
  } catch {
    return copyByEvent({ html, text }) || copyText(text)
  }
}

/** The copy command asks the page what to copy: this works without a secure context. */
function copyByEvent({ html, text }: Mail): boolean {
  let given = false
  const give = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/html', html)
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    given = true
  }
  document.addEventListener('copy', give, { once: true })
  try {
    return document.execCommand('copy') && given
  } finally {
    document.removeEventListener('copy', give)
  }
}
