import { Suspense } from 'react'
import { isLong } from './long.ts'
import { RichWords } from './words-part.ts'

/** Cheap, and sometimes wrongly yes. */
const MAY_LINK = /https?:|mailto:/i

/** The words of a card: plain, with addresses to follow, and folded where they are many. */
export function Words({ text, className }: { text: string; className?: string | undefined }) {
  const plain = (
    <p className={className} dir="auto">
      {text}
    </p>
  )
  const long = isLong(text)
  if (!long && !MAY_LINK.test(text)) return plain
  return (
    <Suspense fallback={plain}>
      <RichWords text={text} className={className} long={long} />
    </Suspense>
  )
}
