import { DoorOpen } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { useUnread } from '../look/useUnread.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import styles from './Door.module.css'

const words = desk.people
/** Above this many at once only the number is told, and all are answered together or in the list of people. */
const SHOWN = 3

/** Who asks to come in, under the header in every phase and width: one press answers. Only whoever leads is told. */
export function Door() {
  const client = useClient()
  const { mine } = useView()
  const door = mine.door ?? []
  const shown = door.slice(0, SHOWN)
  const unread = useUnread(shown.map(({ request }) => request).join(' '))
  const answer = (request: string, admit: boolean) =>
    void client.ask({ type: 'person.admit', request, admit })
  return (
    <>
      <output className="unseen">{door.map(textOf).join('. ')}</output>
      {door.length > 0 && (
        <section className={styles.door} aria-label={words.door} {...unread}>
          <ul className={styles.list}>
            {shown.map((asks) => (
              <li key={asks.request} className={styles.row}>
                <DoorOpen size={18} strokeWidth={1.75} aria-hidden="true" />
                <span className={styles.who}>{textOf(asks)}</span>
                <Button
                  kind="quiet"
                  aria-label={words.refuseName(asks.name)}
                  onClick={() => answer(asks.request, false)}
                >
                  {words.refuse}
                </Button>
                <Button
                  kind="primary"
                  aria-label={words.admitName(asks.name)}
                  onClick={() => answer(asks.request, true)}
                >
                  {words.admit}
                </Button>
              </li>
            ))}
          </ul>
          {door.length > 1 && (
            <p className={styles.all}>
              {door.length > SHOWN && <span>{words.moreAsk(door.length - SHOWN)}</span>}
              <Button
                kind="line"
                onClick={() => {
                  for (const { request } of door) answer(request, true)
                }}
              >
                {words.admitAll(door.length)}
              </Button>
            </p>
          )}
        </section>
      )}
    </>
  )
}

function textOf({ name, back }: { name: string; back: string | null }): string {
  return back === null ? words.asks(name) : words.asksBack(name)
}
