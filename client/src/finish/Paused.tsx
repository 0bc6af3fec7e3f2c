import { Button } from '../look/Button.tsx'
import { Mark } from '../look/Mark.tsx'
import { leadName } from '../look/room.ts'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { finish as words } from '../words/finish.ts'
import { stepWords } from '../words/step.ts'
import { DeleteWay } from './DeleteWay.tsx'
import styles from './Paused.module.css'

/** Everybody had gone; it goes on when a facilitator says so. */
export function Paused() {
  const client = useClient()
  const view = useView()
  const { phase, format } = view
  const mayGoOn = useRefusal('reopen') === null
  return (
    <section className={styles.paused}>
      <Mark size={44} />
      <h1 tabIndex={-1} className={`voice ${styles.title}`}>
        {words.pausedTitle}
      </h1>
      <p className={styles.body}>{words.pausedBody}</p>
      {mayGoOn ? (
        <>
          <Button kind="primary" large onClick={() => void client.ask({ type: 'session.reopen' })}>
            {stepWords.goOn(phase?.title ?? format.title)}
          </Button>
          <p className={styles.quiet}>{stepWords.goOnDetail}</p>
          <DeleteWay />
        </>
      ) : (
        <p className={styles.quiet}>{words.pausedWait(leadName(view) || common.theFacilitator)}</p>
      )}
    </section>
  )
}
