import { Suspense, useState } from 'react'
import { asksReady } from '@plenary/shared/format'
import { Avatar } from '../look/Avatar.tsx'
import { Button } from '../look/Button.tsx'
import { peopleIn, someoneOf } from '../look/room.ts'
import { TakePart } from '../seat/TakePart.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { PeopleSheet } from './later.ts'
import styles from './Console.module.css'

const words = desk.people
/** Up to this many people ticks stand by name; above it a count. */
const NAMED = 12

/** Whose hand is up, who is done. */
export function PeoplePanel() {
  const { solo } = useView().facts
  return (
    <>
      <Hands />
      {solo !== true && <Done />}
    </>
  )
}

function Hands() {
  const client = useClient()
  const view = useView()
  const hands = Object.entries(view.facts.live.hands).sort(([, a], [, b]) => a - b)
  return (
    <>
      <output className="unseen">
        {hands
          .map(([person, place]) => words.hand(place, view.facts.people[person]?.name ?? ''))
          .join(' ')}
      </output>
      {hands.length > 0 && (
        <section className={styles.group} aria-label={words.hands}>
          <div className={styles.head}>
            <h2>{words.hands}</h2>
          </div>
          <ol className={styles.fields}>
            {hands.map(([person, place]) => {
              const someone = someoneOf(view, person)
              const name = someone?.name ?? common.someone
              return (
                <li key={person} className={styles.row}>
                  <span aria-hidden="true">
                    {someone !== null && <Avatar person={someone} size={28} />}
                  </span>
                  <span className={`figures ${styles.grow}`}>{words.hand(place, name)}</span>
                  {someone !== null && <TakePart person={someone} />}
                  <Button
                    kind="quiet"
                    aria-label={words.lower(name)}
                    onClick={() => void client.ask({ type: 'hand.lower', person })}
                  >
                    {words.heard}
                  </Button>
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </>
  )
}

function Done() {
  const view = useView()
  const { facts, mine, phase } = view
  const [all, setAll] = useState(false)
  const { n = 0, of = 0 } = facts.live.ready ?? {}
  const asks = asksReady(phase)
  const people = peopleIn(view).filter((person) => person.takesPart)
  return (
    <section className={styles.group} aria-label={words.title}>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        <span className="figures">{asks ? words.done(n, of) : desk.here(view.present.size)}</span>
      </div>
      {people.length <= NAMED ? (
        <ul className={styles.faces}>
          {people.map((person) => (
            <li key={person.id} className={styles.face}>
              <Avatar person={person} done={mine.done?.includes(person.id) === true} size={34} />
              <span aria-hidden="true">{person.name}</span>
              {!view.present.has(person.id) && <span className={styles.away}>{words.away}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.showAll}
        </Button>
      )}
      <Suspense>{all && <PeopleSheet onClose={() => setAll(false)} />}</Suspense>
    </section>
  )
}
