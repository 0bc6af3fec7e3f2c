import { useState } from 'react'
import { Check } from 'lucide-react'
import { sectionOf } from '@plenary/shared/format'
import { refusalFor } from '@plenary/shared/permission'
import { Button } from '../look/Button.tsx'
import type { EstimateRoundFact } from '../look/estimate-round.ts'
import type { Found } from '../look/rounds.ts'
import { estimateRoundOf } from '../look/estimate-round.ts'
import { useQuestionFocus } from '../look/useQuestionFocus.ts'
import { useClient, useEntry, useIds, useView } from '../sync/hooks.ts'
import { estimate } from '../words/estimate.ts'
import { phoneEstimate } from '../words/phone-estimate.ts'
import { EstimateAxis } from './EstimateAxis.tsx'
import { EstimateLane } from './EstimateLane.tsx'
import { EstimateResult } from './EstimateResult.tsx'
import { Question, WhoSees } from './Question.tsx'
import { Screen } from './Screen.tsx'
import type { Matrix } from '../look/matrix.ts'
import { shorten } from '../look/shorten.ts'
import list from '../look/List.module.css'

const words = phoneEstimate

/** Blind numbers for each lane, one lane at a time; afterwards the ranked result. */
export default function Estimate() {
  const { facts, format, phase, you, setting } = useView()
  const matrix = phase === null ? null : sectionOf(format, phase.section)
  const found = phase === null ? null : estimateRoundOf(facts, phase.section)
  useQuestionFocus(found?.round.is)
  if (matrix?.kind !== 'matrix' || found === null)
    return (
      <Screen>
        <Question />
        <p className={list.empty}>{words.noRound}</p>
      </Screen>
    )
  if (found.round.is === 'closed') return <EstimateResult matrix={matrix} round={found.id} />
  const refused = refusalFor(you, 'estimate', { ...setting, opens: ['estimates'] })
  if (refused !== null)
    return (
      <Screen bar={<Voted />}>
        <Question large />
        <WhoSees hidden>{you.role === 'observer' ? words.watch : words.neutral}</WhoSees>
      </Screen>
    )
  return <OneByOne matrix={matrix} found={found} />
}

function Voted() {
  const { live, solo } = useView().facts
  const { voted } = live
  return (
    <output className={list.status}>
      {voted !== undefined && solo !== true && words.voted(voted.n, voted.of)}
    </output>
  )
}

function OneByOne({ matrix, found }: { matrix: Matrix; found: Found<EstimateRoundFact> }) {
  const client = useClient()
  const { facts, mine, phase } = useView()
  const all = useIds(matrix.of, 'lane')
  // Where an estimate was reopened, only its lane is asked for again.
  const lanes = all.filter((lane) => facts.estimates[`${found.id}:${lane}`]?.result == null)
  const own = mine.estimates[found.id] ?? {}
  const isEmpty = (lane: string) => client.ids(lane, 'card').length === 0
  // What has no card needs no number, unless nothing has one.
  const skips = lanes.some((lane) => !isEmpty(lane))
  const isFull = (lane: string) =>
    (skips && isEmpty(lane)) || matrix.axes.every((axis) => own[lane]?.[axis.id] !== undefined)
  // Chosen once: a category never changes under a finger because its last number was given.
  const [lane, setLane] = useState(() => lanes.find((one) => !isFull(one)) ?? lanes[0] ?? null)
  const current = lane !== null && lanes.includes(lane) ? lane : lanes[0]
  if (current === undefined)
    return (
      <Screen>
        <Question large />
        <p className={list.empty}>{words.noLanes}</p>
      </Screen>
    )
  const at = lanes.indexOf(current)
  const next = lanes[at + 1]
  const finished = lanes.every(isFull)
  const empty = skips && isEmpty(current)
  const pass = () => {
    if (!empty)
      for (const axis of matrix.axes)
        void client.ask({ type: 'estimate.pass', round: found.id, target: current, axis: axis.id })
    setLane(next ?? current)
  }
  return (
    <Screen
      bar={
        <>
          <Button kind="quiet" large onClick={pass}>
            {empty ? estimate.skip : words.pass}
          </Button>
          {next === undefined ? (
            <Button
              kind={finished ? 'line' : 'primary'}
              large
              className={list.fill}
              onClick={() => setLane(lanes.find((one) => !isFull(one)) ?? lanes[0] ?? null)}
            >
              {finished && <Check size={18} strokeWidth={2} aria-hidden="true" />}
              {finished ? words.allIn : words.again}
            </Button>
          ) : (
            <NextLane lane={next} strong={isFull(current)} onNext={() => setLane(next)} />
          )}
        </>
      }
    >
      <h1 className="unseen" tabIndex={-1}>
        {phase?.question}
      </h1>
      <EstimateLane
        id={current}
        index={all.indexOf(current)}
        of={words.one(at + 1, lanes.length)}
        onBack={at > 0 ? () => setLane(lanes[at - 1] ?? null) : undefined}
      />
      {matrix.axes.map((axis) => (
        <EstimateAxis
          key={`${current} ${axis.id}`}
          round={found.id}
          lane={current}
          axis={axis}
          scale={matrix.scale}
        />
      ))}
      {facts.solo !== true && (
        <WhoSees hidden>
          {(facts.live.voted?.of ?? 0) === 2 ? words.twoPeople : words.private}
        </WhoSees>
      )}
      <Voted />
    </Screen>
  )
}

interface NextLaneProps {
  lane: string
  strong: boolean
  onNext: () => void
}

function NextLane({ lane, strong, onNext }: NextLaneProps) {
  const name = useEntry(lane)?.text ?? ''
  return (
    <Button kind={strong ? 'primary' : 'line'} large className={list.fill} onClick={onNext}>
      {words.next(shorten(name, 24))}
    </Button>
  )
}
