import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../look/Button.tsx'
import { BoardView } from '../report/BoardView.tsx'
import { SessionContext, useClient, useRefusal, useView } from '../sync/hooks.ts'
import { pastClient, wayBackFrom } from '../sync/past-board.ts'
import { past as words } from '../words/past.ts'
import { BringBack } from './BringBack.tsx'
import type { PastBoard } from './fetch-past.ts'
import { Lists } from './Lists.tsx'
import { momentTime, nameOf } from './name.ts'
import styles from './HistoryPage.module.css'

/** The board as it was, plainly marked as past; whoever leads can bring it back. */
export function PastView({ past }: { past: PastBoard }) {
  const client = useClient()
  const { sessionId } = useView()
  const [, navigate] = useLocation()
  const leads = useRefusal('lead') === null
  const [asks, setAsks] = useState(false)
  const then = useMemo(() => pastClient(client, past.entries), [client, past])
  const { point, entries } = past
  const ask = () => {
    const way = wayBackFrom(client, entries)
    if (way === null) return
    if (way.changed.length + way.gone.length + way.back.length > 0) setAsks(true)
    else client.notify({ is: 'info', message: words.same })
  }
  return (
    <div className={styles.past}>
      <div className={styles.band}>
        <div className={styles.bandWords}>
          <h1 tabIndex={-1} className={styles.asItWas}>
            {words.asItWas(momentTime(point.at))}
          </h1>
          <p className={styles.quiet}>
            <bdi>{nameOf(point)}</bdi>. {words.lookOnly}
          </p>
        </div>
        {leads && (
          <Button kind="primary" aria-haspopup="dialog" onClick={ask}>
            {words.bring}
          </Button>
        )}
      </div>
      <SessionContext value={then}>
        <BoardView titled={false} />
        <Lists />
      </SessionContext>
      {asks && (
        <BringBack
          past={past}
          onNo={() => setAsks(false)}
          onDone={() => navigate(`/s/${sessionId}`)}
        />
      )}
    </div>
  )
}
