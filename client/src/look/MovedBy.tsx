import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { useClient, useView } from '../sync/hooks.ts'
import { formatTime } from '../words/figure.ts'
import { hands } from '../words/hands.ts'

const answerSchema = v.object({ moved: v.nullable(v.object({ by: v.string(), at: v.number() })) })

/** Who moved a card last, asked when it is drawn; nothing where nobody has, or cards carry no names. */
export function MovedBy({ card, className }: { card: string; className?: string | undefined }) {
  const client = useClient()
  const { facts, you } = useView()
  const [moved, setMoved] = useState<v.InferOutput<typeof answerSchema>['moved']>(null)
  const asks = !facts.anonymous && facts.status === 'running'
  useEffect(() => {
    if (!asks) return
    let here = true
    void client.ask({ type: 'card.history', card }).then((answer) => {
      const known = v.safeParse(answerSchema, answer)
      if (here && known.success) setMoved(known.output.moved)
    })
    return () => void (here = false)
  }, [asks, card, client])
  if (moved === null) return null
  const time = formatTime(moved.at)
  return (
    <p className={className}>
      {moved.by === you.id
        ? hands.movedByYou(time)
        : hands.movedBy(facts.people[moved.by]?.name, time)}
    </p>
  )
}
