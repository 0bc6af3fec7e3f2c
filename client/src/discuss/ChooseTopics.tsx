import { useEffect, useRef, useState } from 'react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { topicText } from '../look/topic-text.ts'
import { candidatesFor } from '../look/topics.ts'
import { useClient, useUnplaced, useView } from '../sync/hooks.ts'
import { discuss } from '../words/discuss.ts'
import { Panel } from '../look/Panel.tsx'
import { TopicName } from './TopicName.tsx'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'
import styles from './Topics.module.css'

const words = discuss
/** Most minutes that one topic may be given here, and the usual box where the format has none. */
const MINUTES_MAX = 600
const MINUTES_USUAL = 5

interface Chosen {
  target: string
  minutes: number
}

interface ChooseTopicsProps {
  onSet: () => void
  /** Absent where there is nothing to go back to. */
  onCancel?: (() => void) | undefined
}

/** The facilitator's own choice: which topics, in which order, how long each. */
export function ChooseTopics({ onSet, onCancel }: ChooseTopicsProps) {
  const client = useClient()
  const view = useView()
  const { facts, phase } = view
  // Redraws when cards come; those in lanes come with the view.
  useUnplaced(phase?.section ?? '')
  const [chosen, setChosen] = useState<readonly Chosen[]>(() =>
    facts.queue
      .filter((topic) => topic.is === 'waiting')
      .map(({ target, minutes }) => ({ target, minutes })),
  )
  if (phase === null) return null
  // What is talked about now stays where it is.
  const now = facts.queue.find((topic) => topic.is === 'now')?.target
  const candidates = candidatesFor(view, phase, client).filter((target) => target !== now)
  const usual = phase.queue?.minutes ?? MINUTES_USUAL
  const sum = chosen.reduce((total, topic) => total + topic.minutes, 0)
  return (
    <Panel title={words.choose}>
      <ChosenList chosen={chosen} onChange={setChosen} />
      <fieldset className={styles.topics}>
        <legend className={list.quiet}>{words.candidates}</legend>
        {candidates.length === 0 && <p className={list.quiet}>{words.nothingThere}</p>}
        {candidates.map((target) => (
          <label key={target} className={`${styles.topic} ${styles.check}`}>
            <input
              type="checkbox"
              checked={chosen.some((topic) => topic.target === target)}
              onChange={(event) =>
                setChosen(
                  event.target.checked
                    ? [...chosen, { target, minutes: usual }]
                    : chosen.filter((topic) => topic.target !== target),
                )
              }
            />
            <TopicName id={target} />
          </label>
        ))}
      </fieldset>
      <p className={`figures ${list.quiet}`}>
        {words.total(chosen.length, sum, facts.steps[phase.id]?.minutes ?? phase.minutes)}
      </p>
      <div className={list.pair}>
        <Button
          kind="primary"
          aria-disabled={chosen.length === 0}
          onClick={() => {
            if (chosen.length === 0) return
            void client.ask({ type: 'queue.set', topics: [...chosen] })
            onSet()
          }}
        >
          {words.set}
        </Button>
        {onCancel !== undefined && (
          <Button kind="quiet" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </Panel>
  )
}

interface ChosenListProps {
  chosen: readonly Chosen[]
  onChange: (chosen: readonly Chosen[]) => void
}

/** What was picked, in its order; moved by its arrows, each with its box of minutes. */
function ChosenList({ chosen, onChange }: ChosenListProps) {
  const client = useClient()
  const element = useRef<HTMLOListElement>(null)
  /** The button that was pressed moves with its row, and takes the focus along. */
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    if (pressed.current === null) return
    element.current?.querySelector<HTMLElement>(`[data-press="${pressed.current}"]`)?.focus()
    pressed.current = null
  })
  if (chosen.length === 0) return <p className={list.quiet}>{words.chooseNone}</p>
  const swap = (at: number, by: -1 | 1) => {
    const topic = chosen[at]
    const other = chosen[at + by]
    if (topic === undefined || other === undefined) return
    pressed.current = `${by} ${topic.target}`
    onChange(chosen.map((one, index) => (index === at ? other : index === at + by ? topic : one)))
  }
  return (
    <ol ref={element} className={styles.topics} aria-label={words.chooseTitle}>
      {chosen.map(({ target, minutes }, at) => {
        const text = shorten(topicText(client, target))
        return (
          <li key={target} className={styles.topic}>
            <span className={`figures ${styles.rank}`}>{at + 1}</span>
            <TopicName id={target} />
            <input
              className={`field figures ${styles.box}`}
              type="number"
              inputMode="numeric"
              min={1}
              max={MINUTES_MAX}
              aria-label={words.minutesOf(text)}
              value={minutes}
              onChange={(event) => {
                const value = Math.round(event.target.valueAsNumber)
                if (value < 1 || value > MINUTES_MAX || Number.isNaN(value)) return
                onChange(
                  chosen.map((one, index) => (index === at ? { target, minutes: value } : one)),
                )
              }}
            />
            <Button
              kind="quiet"
              icon
              data-press={`-1 ${target}`}
              aria-label={words.up(text)}
              aria-disabled={at === 0}
              onClick={() => swap(at, -1)}
            >
              <ArrowUp size={17} strokeWidth={1.75} aria-hidden="true" />
            </Button>
            <Button
              kind="quiet"
              icon
              data-press={`1 ${target}`}
              aria-label={words.down(text)}
              aria-disabled={at === chosen.length - 1}
              onClick={() => swap(at, 1)}
            >
              <ArrowDown size={17} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
