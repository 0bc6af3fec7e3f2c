import { useRef, useState } from 'react'
import { Button } from '../look/Button.tsx'
import { bringBack, useRemovedCards } from '../look/removed-cards.ts'
import { useClient } from '../sync/hooks.ts'
import { hands as words } from '../words/hands.ts'
import { Note } from '../look/Note.tsx'
import { MenuPart } from './MenuPart.tsx'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'

/** Removed cards, each with its way back. */
export function RemovedList() {
  const client = useClient()
  const cards = useRemovedCards()
  const rest = useRef<HTMLUListElement>(null)
  return (
    <>
      {cards.length === 0 && <p className={list.quiet}>{words.removedNone}</p>}
      <ul ref={rest} className={list.list} tabIndex={-1} aria-label={words.removedTitle}>
        {cards.map(({ id, text }) => (
          <li key={id} className={list.stack}>
            <Note>{text}</Note>
            <div className={list.pair}>
              <Button
                aria-label={words.bringBackCard(shorten(text))}
                onClick={() => {
                  // The button goes with its card; the focus stays in the list.
                  rest.current?.focus()
                  void bringBack(client, id).then((back) => {
                    if (back) client.notify({ is: 'info', message: words.broughtBack })
                  })
                }}
              >
                {words.bringBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** As a part of a menu, where there is one to bring back; once there it stays until the menu is closed. */
export function RemovedPart() {
  const any = useRemovedCards().length > 0
  const [had, setHad] = useState(any)
  if (any && !had) setHad(true)
  if (!any && !had) return null
  return (
    <MenuPart title={words.removedTitle}>
      <RemovedList />
    </MenuPart>
  )
}
