import { reportFileName } from '@plenary/shared/file-name'
import { useClient } from '../sync/hooks.ts'
import type { Lost } from '../sync/connection.ts'
import { lost as words } from '../words/lost.ts'
import { Button } from './Button.tsx'
import { saveFile } from './save-file.ts'
import { seenAsMarkdown } from './seen-markdown.ts'

interface LostWaysProps {
  why: Lost
  /** Nothing has been saved for so long that somebody may want to save it themselves. */
  long: boolean
}

/** Ways on while nothing is saved. */
export function LostWays({ why, long }: LostWaysProps) {
  const client = useClient()
  const save = () => {
    const view = client.view()
    if (view === null) return
    const text = seenAsMarkdown(client, view, Date.now())
    saveFile(new Blob([text], { type: 'text/markdown' }), reportFileName(view.facts.title, 'md'))
  }
  return (
    <>
      {long && (
        <Button kind="quiet" onClick={save}>
          {words.save}
        </Button>
      )}
      {why !== 'read-only' && (
        <Button kind="quiet" onClick={client.tryNow}>
          {words.tryNow}
        </Button>
      )}
    </>
  )
}
