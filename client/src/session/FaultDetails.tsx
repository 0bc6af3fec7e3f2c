import { useState } from 'react'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { nowhere as words } from '../words/nowhere.ts'
import styles from './Shell.module.css'

/** Digits of the mark by which two people know that they speak of the same fault. */
const DIGITS = 4

/** Copies what whoever runs the server needs to find a fault: what failed and where, no word of anybody. */
export default function FaultDetails({ fault }: { fault: Error }) {
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'failed'>('not yet')
  const id = markOf(`${fault.name} ${fault.stack ?? fault.message}`)
  const copy = async () => {
    // The secret of a host link stands behind the #, and stays out.
    const lines = [id, new Date().toISOString(), location.pathname, navigator.userAgent]
    setCopied(
      (await copyText([...lines, fault.stack ?? fault.message].join('\n'))) ? 'yes' : 'failed',
    )
  }
  return (
    <>
      <Button kind="quiet" large onClick={() => void copy()}>
        {words.copyDetails} <span className={styles.id}>{id}</span>
      </Button>
      <output>
        {copied === 'yes' ? words.detailsCopied : copied === 'failed' ? words.copyFailed : ''}
      </output>
    </>
  )
}

/** Four hexadecimal digits, the same for the same text. */
function markOf(text: string): string {
  let sum = 0
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 16 ** DIGITS
  return sum.toString(16).toUpperCase().padStart(DIGITS, '0')
}
