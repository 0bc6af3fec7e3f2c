import { useEffect, useMemo, useRef } from 'react'
import { readLeads } from '@plenary/shared/chair'
import { useClient, useView } from '../sync/hooks.ts'
import { lead as words } from '../words/lead.ts'
import { GatherNotice } from './GatherNotice.tsx'

/** What happens to everybody on every page of a session: being brought along, and another person who leads. */
export default function RoomWatch() {
  useNewLead()
  return <GatherNotice />
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
