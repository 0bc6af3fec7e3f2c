import { useState } from 'react'
import { Gavel } from 'lucide-react'
import type { Facts } from '@plenary/shared/facts'
import { CARD_TEXT_MAX } from '@plenary/shared/kinds'
import { Button } from '../look/Button.tsx'
import { Composer } from '../look/Composer.tsx'
import type { SessionClient } from '../sync/session-client.ts'
import { useBegun } from '../look/useBegun.ts'
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
        keepAs="decision"
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
  /** The words that are being changed, as they stood when the person began; null while nobody changes them here. */
  const [base, setBase] = useState(() => baseOf(client, id))
  const [isPressed, setPressed] = useState(false)
  const text = shorten(decision.text)
  const remove = () => {
    void client.ask({ type: 'decision.change', decision: id, removed: true }).then(({ ok }) => {
      if (!ok) return
      const undo = () => void client.ask({ type: 'decision.change', decision: id, removed: false })
      client.notify({ is: 'info', message: words.decisionRemoved, undo })
    })
  }
  if (base !== null && may)
    return (
      <DecisionForm
        id={id}
        label={words.changeDecision(text)}
        base={base}
        isPressed={isPressed}
        onClose={() => setBase(null)}
      />
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
            onClick={() => {
              setPressed(true)
              setBase(decision.text)
            }}
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

/** The field that keeps other words for a decision is named after what they are made on, which has to be kept as well. */
const fieldOf = (id: string, base = '') => `decision/${id}/${base}`

function baseOf({ begun }: SessionClient, id: string): string | null {
  const field = fieldOf(id)
  return (
    begun
      .all()
      .find((one) => one.field.startsWith(field))
      ?.field.slice(field.length) ?? null
  )
}

interface DecisionFormProps {
  id: string
  label: string
  base: string
  /** A person has just asked for it; else it stands here again, and takes nobody's focus. */
  isPressed: boolean
  onClose: () => void
}

/** Other words for one decision; what somebody else changes in it meanwhile stays. */
function DecisionForm({ id, label, base, isPressed, onClose }: DecisionFormProps) {
  const client = useClient()
  const [text, setText] = useBegun(fieldOf(id, base), base)
  const close = () => {
    setText('')
    onClose()
  }
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault()
        close()
        if (text.trim() !== '' && text !== base)
          void client.ask({ type: 'decision.change', decision: id, from: base, text })
      }}
    >
      <textarea
        className="field"
        rows={3}
        maxLength={CARD_TEXT_MAX}
        aria-label={label}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person just asked to change it
        autoFocus={isPressed}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
      <div className={list.pair}>
        <Button type="submit" kind="primary">
          {seldom.save}
        </Button>
        <Button kind="quiet" onClick={close}>
          {seldom.cancel}
        </Button>
      </div>
    </form>
  )
}
