import { Suspense } from 'react'
import { Unsent } from '../look/Unsent.tsx'
import { Empty } from '../look/empty-part.ts'
import { useLink } from '../sync/hooks.ts'
import { useAddCard } from './useAddCard.ts'

/** A section without a card, with the ways on that this person has. */
export function NoCards({ section }: { section: string }) {
  const adds = useAddCard(section)
  return (
    <Suspense>
      <Empty
        onMany={
          adds === null ? undefined : (lines) => lines.forEach((line) => adds.add(line, false))
        }
      />
    </Suspense>
  )
}

/** Cards that are only on this device while the connection is lost. */
export function NotSent({ section }: { section: string }) {
  return useLink().is === 'lost' ? <Unsent parent={section} /> : null
}
