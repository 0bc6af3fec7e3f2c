import { Suspense } from 'react'
import { RichWords } from './words-part.ts'

/** A longer text is folded: by its length, or by its lines. */
const FOLD_LENGTH = 240
const FOLD_LINES = 8

/** Cheap, and sometimes wrongly yes. */
const MAY_LINK = /https?:|mailto:/i

/** The words of a card: plain, with addresses to follow, and folded where they are many. */
export function Words({ text, className }: { text: string; className?: string | undefined }) {
  const plain = (
    <p className={className} dir="auto">
      {text}
    </p>
  )
  const long = text.length > FOLD_LENGTH || text.split('\n').length > FOLD_LINES
  if (!long && !MAY_LINK.test(text)) return plain
  return (
    <Suspense fallback={plain}>
      <RichWords text={text} className={className} long={long} />
    </Suspense>
  )
}
