import { Hand } from 'lucide-react'
import { AskForTime } from '../chair/MoreTime.tsx'
import { Button } from '../look/Button.tsx'
import { someoneOf } from '../look/room.ts'
import { TakePart } from '../seat/TakePart.tsx'
import { useClient, useRefusal, useView } from '../sync/hooks.ts'
import { phoneFrame } from '../words/phone-frame.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { MenuPart } from './MenuPart.tsx'
import styles from './Menu.module.css'

const words = phoneMenu

/** Raised hands, first come first; and one's own. */
export function MenuHands() {
  const client = useClient()
  const view = useView()
  const leads = useRefusal('lead') === null
  const mayRaise = useRefusal('hand') === null
  const { hands } = view.facts.live
  const queue = Object.entries(hands).sort(([, a], [, b]) => a - b)
  if (!mayRaise && queue.length === 0) return null
  return (
    <MenuPart title={words.hands}>
      {queue.length > 0 && (
        <ol>
          {queue.map(([id, place]) => {
            const someone = someoneOf(view, id)
            const name = someone?.name ?? ''
            return (
              <li key={id} className={styles.row}>
                <span className={styles.name}>
                  {place}. {name}
                </span>
                {leads && someone !== null && <TakePart person={someone} />}
                {leads && (
                  <Button
                    kind="quiet"
                    aria-label={words.lower(name)}
                    onClick={() => void client.ask({ type: 'hand.lower', person: id })}
                  >
                    {phoneFrame.lowerHand}
                  </Button>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {mayRaise && (
        <Button
          aria-pressed={view.mine.hand}
          onClick={() => void client.ask({ type: view.mine.hand ? 'hand.lower' : 'hand.raise' })}
        >
          <Hand size={18} strokeWidth={1.75} aria-hidden="true" />
          {view.mine.hand ? phoneFrame.lowerHand : phoneFrame.raiseHand}
        </Button>
      )}
      <AskForTime />
    </MenuPart>
  )
}
