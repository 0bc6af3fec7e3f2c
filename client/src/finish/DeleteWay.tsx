import { Suspense, useState } from 'react'
import { Button } from '../look/Button.tsx'
import { ahead, later } from '../look/later.ts'
import { useRefusal } from '../sync/hooks.ts'
import { deleting as words } from '../words/deleting.ts'

const loadDeleteSheet = () => import('./DeleteSheet.tsx')
const DeleteSheet = later(loadDeleteSheet)

/** For whoever leads: the way to the question whether the session is to go for good. */
export function DeleteWay() {
  const [asking, setAsking] = useState(false)
  const may = useRefusal('delete') === null
  if (!may) return null
  return (
    <>
      <Button
        kind="quiet"
        aria-haspopup="dialog"
        onPointerEnter={() => ahead(loadDeleteSheet)}
        onClick={() => setAsking(true)}
      >
        {words.way}
      </Button>
      {asking && (
        <Suspense>
          <DeleteSheet onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
