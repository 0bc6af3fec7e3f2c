import { useState } from 'react'
import type { StepMove } from '@plenary/shared/step-move'
import { withMove } from '@plenary/shared/step-move'
import { useClient } from '../sync/hooks.ts'

/**
 * The steps of the agenda as they stand once every move that was asked is granted, so that the next press goes on from
 * what is seen; and what moves one of them by one.
 */
export function useMoves<T extends { id: string }>(
  steps: readonly T[],
): { inOrder: readonly T[]; move: (id: string, by: -1 | 1) => void } {
  const client = useClient()
  const [asked, setAsked] = useState<readonly StepMove[]>([])
  const inOrder = asked.reduce<readonly T[]>(withMove, steps)
  return {
    inOrder,
    move(phase, by) {
      const to = inOrder.findIndex(({ id }) => id === phase) + by
      const place = inOrder[to]
      if (place === undefined) return
      const before = by < 0 ? place.id : (inOrder[to + 1]?.id ?? null)
      const move = { phase, before }
      setAsked((all) => [...all, move])
      void client
        .ask({ type: 'agenda.set', steps: [], move })
        .then(() => setAsked((all) => all.filter((one) => one !== move)))
    },
  }
}
