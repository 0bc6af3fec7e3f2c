import { Link2 } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { copyText } from '../look/copy.ts'
import { Sheet } from '../look/Sheet.tsx'
import { joinLink } from '../look/invite.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { LobbyCode } from './LobbyCode.tsx'

/** The way in while the session runs: address and code, a QR code, and the link to copy. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const client = useClient()
  const { facts } = useView()
  const copy = async () => {
    const url = joinLink(facts.joinCode)
    const copied = await copyText(url)
    client.notify({ is: 'info', message: copied ? desk.linkCopied : desk.copyFailed(url) })
    if (copied) onClose()
  }
  return (
    <Sheet title={desk.invite} onClose={onClose}>
      <LobbyCode small />
      <Button kind="primary" large onClick={() => void copy()}>
        <Link2 size={17} strokeWidth={1.75} aria-hidden="true" />
        {desk.copyLink}
      </Button>
    </Sheet>
  )
}
