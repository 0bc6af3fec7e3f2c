import { useEffect, useMemo, useRef, useState } from 'react'
import { readLeads } from '@plenary/shared/chair'
import { anyOf, summaryOf } from '../look/what-changed.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { useBroughtBack } from '../past/useBroughtBack.ts'
import { othersOf } from '../sync/others.ts'
import { common } from '../words/common.ts'
import { lead as words } from '../words/lead.ts'
import { solo } from '../words/solo.ts'
import { whatChanged } from '../words/what-changed.ts'
import { GatherNotice } from './GatherNotice.tsx'

/**
 * What happens to everybody on every page of a session: being brought along, another person who leads, and somebody
 * who comes to one who was alone; `alone`: when the page was opened.
 */
export default function RoomWatch({ alone }: { alone: boolean }) {
  useBroughtBack()
  useNewLead()
  useSoloOver(alone)
  return (
    <>
      <output className="unseen">{usePhaseSummary()}</output>
      <GatherNotice />
    </>
  )
}

/** What others changed on the board in the phase that has ended, said once; '' until one has. */
function usePhaseSummary(): string {
  const client = useClient()
  const [said, setSaid] = useState('')
  useEffect(
    () =>
      othersOf(client).onPhase((title, changes) =>
        setSaid(anyOf(changes) ? summaryOf(whatChanged.inPhase(title), changes) : ''),
      ),
    [client],
  )
  return said
}

/** Tells whoever was alone that somebody else has come in. */
function useSoloOver(first: boolean): void {
  const client = useClient()
  const { facts, you } = useView()
  const before = useRef(first)
  const { people } = facts
  const alone = facts.solo === true
  useEffect(() => {
    const was = before.current
    before.current = alone
    if (alone || !was) return
    const [name = common.someone] = Object.entries(people)
      .filter(([id]) => id !== you.id)
      .map(([, person]) => person.name)
    client.notify({ is: 'info', message: solo.over(name) })
  }, [client, alone, people, you.id])
}

/** Tells everybody once when somebody else has the chair. */
function useNewLead(): void {
  const client = useClient()
  const { facts, you } = useView()
  const { people } = facts
  const leads = useMemo(() => readLeads(facts.leads), [facts.leads])
  const last = leads.at(-1)
  const told = useRef<number | undefined>(undefined)
  useEffect(() => {
    if (last === undefined || told.current === last.at) return
    const first = told.current === undefined
    told.current = last.at
    const name = people[last.person]?.name ?? words.theLead
    // Who comes in knows who leads; only somebody who led before has to be told.
    const ledBefore = last.person !== you.id && leads.some(({ person }) => person === you.id)
    if (first && !(ledBefore && you.role === 'facilitator')) return
    const message =
      last.person === you.id ? words.youLead : first ? words.besides(name) : words.leadsNow(name)
    client.notify({ is: 'info', message })
  }, [client, last, leads, people, you])
}
