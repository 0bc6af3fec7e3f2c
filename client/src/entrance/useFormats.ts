import { useEffect, useState } from 'react'
import type { Format } from '@plenary/shared/format'
import { listFormats } from '../session/api.ts'

export type Formats =
  { is: 'loading' } | { is: 'failed' } | { is: 'here'; formats: readonly Format[] }

/** The formats of this server, and a way to ask again. */
export function useFormats(): [Formats, () => void] {
  const [formats, setFormats] = useState<Formats>({ is: 'loading' })
  useEffect(() => void ask().then(setFormats), [])
  const again = () => {
    setFormats({ is: 'loading' })
    void ask().then(setFormats)
  }
  return [formats, again]
}

async function ask(): Promise<Formats> {
  const answer = await listFormats()
  return answer.is === 'ok' ? { is: 'here', formats: answer.formats } : { is: 'failed' }
}
