import { Suspense, useState } from 'react'
import { Bookmark, List, Users } from 'lucide-react'
import { parkingOf } from '@plenary/shared/judge'
import { Button } from '../look/Button.tsx'
import { useIds, useView } from '../sync/hooks.ts'
import { desk } from '../words/desk.ts'
import { AgendaSheet, ParkingSheet, PeopleSheet } from './later.ts'
import styles from './Console.module.css'

const words = desk.footer

/** What is needed now and then: agenda, people, parking lot. */
export function ConsoleFooter() {
  const view = useView()
  const parking = parkingOf(view.format)
  const parked = useIds(parking ?? '', 'note').length
  const [open, setOpen] = useState<'agenda' | 'people' | 'parking' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={styles.footer}>
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        title={words.agenda}
        onClick={() => setOpen('agenda')}
      >
        <List size={16} strokeWidth={1.75} aria-hidden="true" />
        <span data-words>{words.agenda}</span>
      </Button>
      {view.facts.solo !== true && (
        <Button
          kind="quiet"
          aria-haspopup="dialog"
          title={words.people}
          onClick={() => setOpen('people')}
        >
          <Users size={16} strokeWidth={1.75} aria-hidden="true" />
          <span data-words>{words.people}</span>
          <b className="figures">{view.present.size}</b>
        </Button>
      )}
      {parking !== null && (
        <Button
          kind="quiet"
          aria-haspopup="dialog"
          title={words.parking}
          onClick={() => setOpen('parking')}
        >
          <Bookmark size={16} strokeWidth={1.75} aria-hidden="true" />
          <span data-words>{words.parking}</span>
          {parked > 0 && <b className="figures">{parked}</b>}
        </Button>
      )}
      <Suspense>
        {open === 'agenda' && <AgendaSheet onClose={close} />}
        {open === 'people' && <PeopleSheet onClose={close} />}
        {open === 'parking' && parking !== null && (
          <ParkingSheet section={parking} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}
