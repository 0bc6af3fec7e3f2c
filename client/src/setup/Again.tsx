import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Problem } from '../entrance/Problem.tsx'
import { TitleAndName } from '../entrance/TitleAndName.tsx'
import { useFormats } from '../entrance/useFormats.ts'
import { Button } from '../look/Button.tsx'
import { Mark } from '../look/Mark.tsx'
import { agendaOf, totalMinutes } from '../look/agenda.ts'
import type { Made } from '../session/api.ts'
import { askOf, makeSession } from '../session/api.ts'
import { useView } from '../sync/hooks.ts'
import { language } from '../words/catalogue.ts'
import { common } from '../words/common.ts'
import { again as words } from '../words/again.ts'
import { setUp } from '../words/set-up.ts'
import { setUpAgain } from './again.ts'
import styles from './SetUp.module.css'

/** A new session from the set-up of this one, to be dated and opened by whoever makes it. */
export default function Again() {
  const view = useView()
  const { facts, format, sessionId, you } = view
  const [, navigate] = useLocation()
  const [formats] = useFormats()
  const [title, setTitle] = useState(facts.title)
  const [name, setName] = useState(you.name)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  // What was made stays made when the rest does not come through.
  const [made, setMade] = useState<Made | null>(null)

  const make = async () => {
    if (title.trim() === '' || name.trim() === '') return setProblem(words.empty)
    setProblem(null)
    setBusy(true)
    const said = await makeFrom()
    setBusy(false)
    if (said !== null) setProblem(said)
  }
  const makeFrom = async (): Promise<string | null> => {
    const session = made ?? (await begin())
    if (typeof session === 'string') return session
    setMade(session)
    for (const command of setUpAgain(view, title.trim())) {
      const refused = await askOf(session, command)
      if (refused !== null) return refused
    }
    navigate(`/s/${session.sessionId}`)
    return null
  }
  const begin = async (): Promise<Made | string> => {
    const answer = await makeSession({
      title: title.trim(),
      formatId: format.id,
      name: name.trim(),
      setup: {
        anonymous: facts.anonymous,
        ...(you.role === 'facilitator' ? { takesPart: you.takesPart } : {}),
      },
      language: spoken(),
    })
    return answer.is === 'ok' ? answer : answer.message
  }
  /** That of the old session, where this device speaks another one. */
  const spoken = () => {
    const shipped =
      formats.is === 'here' ? formats.formats.find(({ id }) => id === format.id) : null
    const same = shipped?.about === undefined || shipped.about === format.about
    return same ? language() : language() === 'en' ? 'de' : 'en'
  }
  return (
    <main className={styles.again}>
      <a href="/" aria-label={words.home}>
        <Mark size={28} />
      </a>
      <header className={styles.head}>
        <p className={styles.hint}>{format.title}</p>
        <h1 tabIndex={-1} className={`voice ${styles.title}`}>
          {words.title}
        </h1>
        <p className={styles.muted}>{words.body}</p>
      </header>
      <form
        className={styles.part}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TitleAndName
          title={title}
          name={name}
          onTitle={setTitle}
          onName={setName}
          labels={{ title: setUp.sessionTitle, name: words.name }}
        />
        <div>
          <p className="label">{`${setUp.agenda}, ${common.minutes(totalMinutes(view))}`}</p>
          <ol className={styles.taken}>
            {agendaOf(view).map((step) => (
              <li key={step.id}>
                <span>{step.title}</span>
                <span className="figures">{common.min(step.minutes)}</span>
              </li>
            ))}
          </ol>
          <p className={styles.hint}>{facts.anonymous ? setUp.nameless : setUp.named}</p>
        </div>
        <Problem>{problem}</Problem>
        <Button kind="primary" large type="submit" busy={busy}>
          {words.make}
        </Button>
        <Link className="button button-quiet" href={`/s/${sessionId}`}>
          {words.back}
        </Link>
      </form>
    </main>
  )
}
