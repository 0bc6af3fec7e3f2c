import { BlameHint } from './BlameHint.tsx'
import { WriteAbout } from './WriteAbout.tsx'

export interface BesideWritingProps {
  /** The words in the field; absent: says who will see them, before the first. */
  text?: string
  /** There is no field: so many cards are used, which is all of this person's. */
  used?: number | false
  className?: string | undefined
}

/** The lazily loaded company of a field for cards. */
export default function BesideWriting({ text, used = false, className }: BesideWritingProps) {
  return text === undefined ? (
    <WriteAbout className={className} />
  ) : (
    <BlameHint text={text} used={used} />
  )
}
