import { Suspense, useState } from 'react'
import { useLink } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { LinkBanner } from './lost-part.ts'

/**
 * Nothing while all is well; from the first time that nothing is saved, what becomes of one's words. Where the
 * connection went before the part that says so had come, one sentence.
 */
export function WhenLost() {
  const { is } = useLink()
  const [was, setWas] = useState(false)
  if (is === 'lost' && !was) setWas(true)
  return (
    was && (
      <Suspense
        fallback={
          // It comes together with its words.
          is === 'lost' && (
            <div role="alert" className="unsaved">
              {common.unsaved}
            </div>
          )
        }
      >
        <LinkBanner />
      </Suspense>
    )
  )
}
