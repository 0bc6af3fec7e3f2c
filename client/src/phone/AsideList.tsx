import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { Note } from '../look/Note.tsx'
import list from '../look/List.module.css'

/** For whoever leads: every card that is set aside, with its words, and the way back. */
export function AsideList() {
  const client = useClient()
  const { mine } = useView()
  return (
    <>
      <p className={list.quiet}>{words.asideHint}</p>
      <ul className={list.list}>
        {(mine.aside ?? []).map(({ card, text, reworded }) => (
          <li key={card} className={list.stack}>
            <Note meta={reworded ? words.reworded : undefined}>{text}</Note>
            <div className={list.pair}>
              <Button
                onClick={() => {
                  void client.ask({ type: 'card.return', card }).then(({ ok }) => {
                    if (ok) client.notify({ is: 'info', message: words.broughtBack })
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
