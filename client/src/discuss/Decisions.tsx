import { useState } from 'react'
import { Gavel } from 'lucide-react'
import type { Facts } from '@plenary/shared/facts'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { Composer } from '../look/Composer.tsx'
import { useClient, useEntry, useRefusal, useView } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { seldom } from '../words/seldom.ts'
import { discuss } from '../words/discuss.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './Decisions.module.css'

const words = discuss

/** What was agreed, in the order it was; each with its topic where that is not the one talked about. */
export function DecisionList({ topic }: { topic: string | undefined }) {
  const { decisions } = useView().facts
  const rows = Object.entries(decisions).sort(([, a], [, b]) => a.at - b.at)
  if (rows.length === 0) return <p className={list.quiet}>{words.noDecisions}</p>
  return (
    <ul className={list.list} aria-label={words.decisions}>
      {rows.map(([id, decision]) => (
        <li key={id}>
          <DecisionRow id={id} decision={decision} topic={topic} />
        </li>
      ))}
    </ul>
  )
}

/** Writes one decision after the other; nothing for who may not. */
export function DecisionComposer({ topic }: { topic: string | undefined }) {
  const client = useClient()
  if (useRefusal('decide') !== null) return null
  return (
    <div className={list.wide}>
      <Composer
        look="plain"
        label={words.addDecision}
        sendLabel={words.addDecision}
        onSubmit={(text) =>
          void client.ask({
            type: 'decision.add',
            text,
            ...(topic === undefined ? {} : { from: topic }),
          })
        }
      />
    </div>
  )
}

interface DecisionRowProps {
  id: string
  decision: Facts['decisions'][string]
  topic: string | undefined
}

function DecisionRow({ id, decision, topic }: DecisionRowProps) {
  const client = useClient()
  const may = useRefusal('decide') === null
  const about = useEntry(decision.from ?? '')?.text
  const [typed, setTyped] = useState<string | null>(null)
  const text = shorten(decision.text)
  const remove = () => {
    void client.ask({ type: 'decision.change', decision: id, removed: true }).then(({ ok }) => {
      if (!ok) return
      const undo = () => void client.ask({ type: 'decision.change', decision: id, removed: false })
      client.notify({ is: 'info', message: words.decisionRemoved, undo })
    })
  }
  if (typed !== null)
    return (
      <form
        className={styles.decision}
        onSubmit={(event) => {
          event.preventDefault()
          setTyped(null)
          if (typed.trim() !== '' && typed !== decision.text)
            void client.ask({ type: 'decision.change', decision: id, text: typed })
        }}
      >
        <textarea
          className="field"
          rows={3}
          maxLength={CARD_TEXT_MAX}
          aria-label={words.changeDecision(text)}
          value={typed}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to change it
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null)
          }}
        />
        <div className={list.pair}>
          <Button type="submit" kind="primary">
            {seldom.save}
          </Button>
          <Button kind="quiet" onClick={() => setTyped(null)}>
            {seldom.cancel}
          </Button>
        </div>
      </form>
    )
  return (
    <div className={styles.decision}>
      <p className={styles.decided}>
        <Gavel size={17} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {decision.text}
          {about !== undefined && decision.from !== topic && (
            <span className={styles.about}>{words.on(shorten(about))}</span>
          )}
        </span>
      </p>
      {may && (
        <div className={list.pair}>
          <Button
            kind="quiet"
            aria-label={words.changeDecision(text)}
            onClick={() => setTyped(decision.text)}
          >
            {words.change}
          </Button>
          <Button kind="quiet" aria-label={words.removeDecision(text)} onClick={remove}>
            {common.remove}
          </Button>
        </div>
      )}
    </div>
  )
}
