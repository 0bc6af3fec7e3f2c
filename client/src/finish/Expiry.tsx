import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { sendFor } from '../session/request.ts'
import { useView } from '../sync/hooks.ts'
import { deleting as words } from '../words/deleting.ts'
import { locale } from '../words/figure.ts'

const DAY = 86_400_000
const retentionSchema = v.object({ expireDays: v.number() })

/** On which day the server deletes this session by itself; nothing where it keeps sessions. */
export function Expiry({ className }: { className: string | undefined }) {
  const { closedAt } = useView().facts
  const days = useExpireDays()
  if (days === 0 || closedAt === null) return null
  const day = new Date(closedAt + days * DAY)
  return (
    <p className={className}>
      {words.goes(day.toLocaleDateString(locale(), { dateStyle: 'long' }))}
    </p>
  )
}

function useExpireDays(): number {
  const [days, setDays] = useState(0)
  useEffect(() => {
    let current = true
    void sendFor(retentionSchema, '/api/retention').then((told) => {
      if (current && told.is === 'ok') setDays(told.value.expireDays)
    })
    return () => {
      current = false
    }
  }, [])
  return days
}
