import { ArrowRight } from 'lucide-react'
import { Link } from 'wouter'
import { RunSolo } from '../chair/RunSolo.tsx'
import { useFormats } from '../entrance/useFormats.ts'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { again } from '../words/again.ts'
import { setUp as words } from '../words/set-up.ts'
import { stepWords } from '../words/step.ts'
import { AboutPart } from './AboutPart.tsx'
import { AgendaPart } from './AgendaPart.tsx'
import { CheckInPart } from './CheckInPart.tsx'
import { InvitePart } from './InvitePart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { RehearsePart } from './RehearsePart.tsx'
import { WhenPart } from './WhenPart.tsx'
import styles from './SetUp.module.css'

/** Everything that is decided before a session, usable days ahead. `opens`: no bar below leads on. */
export default function SetUp({ opens = false }: { opens?: boolean }) {
  const client = useClient()
  const { format, sessionId } = useView()
  const [formats] = useFormats()
  const shipped =
    formats.is === 'here' ? formats.formats.find(({ id }) => id === format.id) : undefined
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.hint}>{format.title}</p>
        <h1 id="question" tabIndex={-1} className={`voice ${styles.title}`}>
          {words.title}
        </h1>
        <p className={styles.muted}>{words.saved}</p>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <AboutPart premise={shipped?.premise} />
          <WhenPart planned={shipped?.phases ?? []} />
          <PeoplePart />
          <AgendaPart />
        </div>
        <div className={styles.column}>
          <InvitePart supposes={shipped?.premise !== undefined} />
          <CheckInPart />
          <RehearsePart />
          <RunSolo />
          <Link className="button button-quiet" href={`/s/${sessionId}/again`}>
            {again.way}
          </Link>
          {opens && (
            <Button kind="primary" large onClick={() => void client.ask({ type: 'session.open' })}>
              {stepWords.openLobby}
              <ArrowRight size={18} strokeWidth={2} aria-hidden="true" />
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
