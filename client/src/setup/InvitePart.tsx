import { useState } from 'react'
import { Copy } from 'lucide-react'
import { readPlan } from '@plenary/shared/plan'
import { useInviteOrigin } from '../look/address.ts'
import { totalMinutes } from '../look/agenda.ts'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { HostLink } from '../chair/HostLink.tsx'
import { joinLink } from '../look/invite.ts'
import { useView } from '../sync/hooks.ts'
import { setUp as words } from '../words/set-up.ts'
import { SetUpPart } from './SetUpPart.tsx'
import { invitationText } from './invitation.ts'
import styles from './SetUp.module.css'

/** The words to send round, and the link to keep. */
export function InvitePart({ supposes }: { supposes: boolean }) {
  const view = useView()
  const { facts, format } = view
  const { startsAt, notesTo } = readPlan(facts.plan)
  const [said, setSaid] = useState<string | null>(null)
  useInviteOrigin()
  const text = invitationText({
    title: facts.title,
    format: format.title,
    supposes,
    anonymous: facts.anonymous,
    startsAt,
    minutes: totalMinutes(view),
    link: joinLink(facts.joinCode),
    code: facts.joinCode,
    notesTo,
  })
  return (
    <SetUpPart title={words.invitation}>
      <p className={styles.invitation}>{text}</p>
      <Button
        className={styles.start ?? ''}
        onClick={() =>
          void copyText(text).then((copied) =>
            setSaid(copied ? words.invitationCopied : words.copyFailed),
          )
        }
      >
        <Copy size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.copyInvitation}
      </Button>
      <output className={styles.hint}>{said}</output>
      <HostLink />
    </SetUpPart>
  )
}
