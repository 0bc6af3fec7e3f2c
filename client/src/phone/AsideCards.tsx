import { useState } from 'react'
import { EyeOff } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { leadName } from '../look/room.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { groups as words } from '../words/groups.ts'
import styles from './AsideCards.module.css'

/** Own cards that were set aside: told to their author alone, who may say them in other words. */
export default function AsideCards() {
  const { mine, facts } = useView()
  if (facts.status === 'closed') return null
  const own = (mine.aside ?? []).filter((one) => one.own)
  return own.map(({ card, text, reworded }) => (
    <OwnAside key={card} card={card} text={text} reworded={reworded} />
  ))
}

interface OwnAsideProps {
  card: string
  text: string
  reworded: boolean
}

function OwnAside({ card, text, reworded }: OwnAsideProps) {
  const client = useClient()
  const view = useView()
  const [to, setTo] = useState(text)
  const lead = leadName(view) || common.theFacilitator
  const keep = () => {
    void client.ask({ type: 'card.reword', card, from: text, to: to.trim() }).then(({ ok }) => {
      if (ok) client.notify({ is: 'info', message: words.rewordedOwn })
    })
  }
  return (
    <section className={styles.aside} aria-label={words.isAside}>
      <p className={styles.title}>
        <EyeOff size={17} strokeWidth={1.75} aria-hidden="true" />
        <b>{words.yours(lead)}</b>
      </p>
      <p className={styles.body}>{words.yoursBody(lead)}</p>
      <textarea
        className={styles.text}
        aria-label={words.rewordLabel}
        rows={2}
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button
        kind="line"
        aria-disabled={to.trim() === '' || to.trim() === text}
        onClick={() => {
          if (to.trim() !== '' && to.trim() !== text) keep()
        }}
      >
        {words.reword}
      </Button>
      {reworded && <p className={styles.body}>{words.rewordedOwn}</p>}
    </section>
  )
}
