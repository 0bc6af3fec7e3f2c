import { UserRound } from 'lucide-react'
import { soloMinutes } from '@plenary/shared/fit'
import { isAlone } from '@plenary/shared/solo'
import { Button } from '../look/Button.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { solo as words } from '../words/solo.ts'
import styles from './RunSolo.module.css'

/** For whoever leads and is alone so far: begins for one person. */
export function RunSolo() {
  const client = useClient()
  const { facts, format } = useView()
  const leads = useRefusal('lead') === null
  if (!leads || !isAlone(facts.people)) return null
  const minutes = soloMinutes(format.phases).reduce((sum, one) => sum + one, 0)
  return (
    <div className={styles.solo}>
      <Button onClick={() => void client.ask({ type: 'session.solo' })}>
        <UserRound size={17} strokeWidth={1.75} aria-hidden="true" />
        {words.run}
      </Button>
      <p className={styles.hint}>{words.hint(minutes)}</p>
    </div>
  )
}
