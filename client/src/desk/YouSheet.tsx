import { useState } from 'react'
import { PERSON_NAME_MAX } from '@plenary/shared/person'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { LanguageSwitch } from '../look/LanguageSwitch.tsx'
import { Sheet } from '../look/Sheet.tsx'
import { makeDeviceLink } from '../session/api.ts'
import { keptSession } from '../session/keepsake.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import panel from './Panel.module.css'

const words = desk.you

/** One's own seat: the name, another device, the way out. */
export function YouSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const { you, sessionId } = useView()
  const [name, setName] = useState(you.name)
  const copyDevice = async () => {
    const token = keptSession(sessionId)?.token
    if (token === undefined) return
    const made = await makeDeviceLink(sessionId, token)
    if (made.is === 'problem') {
      client.notify({ is: 'refused', message: made.message })
      return
    }
    const copied = await copyText(made.url)
    client.notify({
      is: 'info',
      message: copied ? words.deviceCopied : desk.copyFailed(made.url),
    })
    onClose()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <form
        className={panel.stack}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== you.name) void client.ask({ type: 'person.rename', name })
          onClose()
        }}
      >
        <label className={panel.stack}>
          <span className="label">{words.name}</span>
          <input
            className="field"
            value={name}
            maxLength={PERSON_NAME_MAX}
            autoComplete="name"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" kind="line" disabled={name.trim() === ''}>
          {words.rename}
        </Button>
      </form>
      <p className={panel.quiet}>{words.deviceHint}</p>
      <Button onClick={() => void copyDevice()}>{words.device}</Button>
      <LanguageSwitch />
      <a className="button button-quiet" href="/">
        {desk.home}
      </a>
      <Button kind="quiet" onClick={onClose}>
        {common.close}
      </Button>
    </Sheet>
  )
}
