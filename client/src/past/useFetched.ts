import { useEffect, useState } from 'react'
import type { Problem } from '../session/request.ts'

export type Fetched<T> = { is: 'loading' } | { is: 'ok'; value: T } | Problem

/**
 * What `fetch` brings, anew with every `key`; of the same `about` the old stays until the new is there, also when it
 * does not come. `fetch` must change with nothing but the key.
 */
export function useFetched<T>(
  fetch: () => Promise<{ is: 'ok'; value: T } | Problem>,
  about: string,
  key: string,
): Fetched<T> {
  const [last, setLast] = useState<{ about: string; fetched: Fetched<T> }>({
    about: '',
    fetched: { is: 'loading' },
  })
  useEffect(() => {
    let wanted = true
    void fetch().then((fetched) => {
      if (!wanted) return
      setLast((was) =>
        fetched.is !== 'ok' && was.about === about && was.fetched.is === 'ok'
          ? was
          : { about, fetched },
      )
    })
    return () => void (wanted = false)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [about, key])
  return last.about === about ? last.fetched : { is: 'loading' }
}
