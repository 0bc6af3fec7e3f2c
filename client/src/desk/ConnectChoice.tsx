import { useRef, useState } from 'react'
import { linkable } from '../look/links.ts'
import { shorten } from '../look/shorten.ts'
import { Button } from '../look/Button.tsx'
import { useClient, useEntry } from '../sync/hooks.ts'
import { wall as words } from '../words/wall.ts'
import { Popover } from './Popover.tsx'
import menu from './Menu.module.css'
import styles from './Wall.module.css'

interface ConnectChoiceProps {
  card: string
  onChoose: (card: string) => void
  onStop: () => void
}

/** What a note is to be connected to is chosen on the wall, or from a list. */
export function ConnectChoice({ card, onChoose, onStop }: ConnectChoiceProps) {
  const client = useClient()
  const entry = useEntry(card)
  const [listed, setListed] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  if (entry === null) return null
  const text = shorten(entry.text)
  const choices = linkable(client, entry)
  return (
    <div className={styles.connecting}>
      <output className={styles.say}>{words.connectChoose(text)}</output>
      <Button
        ref={opener}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to choose
        autoFocus
        aria-haspopup="dialog"
        onClick={() => setListed(true)}
      >
        {words.connectList}
      </Button>
      <Button kind="quiet" onClick={onStop}>
        {words.connectStop}
      </Button>
      {listed && (
        <Popover label={words.connectTitle(text)} anchor={opener} onClose={() => setListed(false)}>
          <p className={menu.title}>
            {choices.length === 0 ? words.connectNone : words.connectTitle(text)}
          </p>
          {choices.map((one) => (
            <button
              key={one.id}
              type="button"
              className={menu.item}
              onClick={() => {
                setListed(false)
                onChoose(one.id)
              }}
            >
              {shorten(one.text)}
            </button>
          ))}
        </Popover>
      )}
    </div>
  )
}
