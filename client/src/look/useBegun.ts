import { useEffect, useState } from 'react'
import { useClient } from '../sync/hooks.ts'
import { common } from '../words/common.ts'

/**
 * The text of a field that writes something new. Under a name it is kept for this tab: it is there again when the
 * person comes back to the field, and they are told so when the field goes away under their words.
 */
export function useBegun(
  name: string | undefined,
  initial = '',
): [text: string, setText: (text: string) => void] {
  const client = useClient()
  const [text, setText] = useState(() =>
    name === undefined ? initial : client.begun.of(name) || initial,
  )
  useEffect(
    () => () => {
      if (name !== undefined && client.begun.of(name) !== '')
        client.notify({ is: 'info', message: common.textKept })
    },
    [client, name],
  )
  return [
    text,
    (next) => {
      setText(next)
      if (name !== undefined) client.begun.keep(name, next)
    },
  ]
}
