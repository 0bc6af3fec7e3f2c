import { reportFileName } from '@plenary/shared/file-name'
import { useClient } from '../sync/hooks.ts'
import { lost as words } from '../words/lost.ts'
import { Button } from './Button.tsx'
import { saveFile } from './save-file.ts'
import { seenAsMarkdown } from './seen-markdown.ts'

/** Ways on while the server does not answer. `long`: it has been away so long that somebody may want to save. */
export default function LostWays({ long }: { long: boolean }) {
  const client = useClient()
  const save = () => {
    const view = client.view()
    if (view === null) return
    const text = seenAsMarkdown(client, view, Date.now())
    saveFile(new Blob([text], { type: 'text/markdown' }), reportFileName(view.facts.title, 'md'))
  }
  return (
    <>
      <output>{long && words.noAnswer}</output>
      {long && (
        <Button kind="quiet" onClick={save}>
          {words.save}
        </Button>
      )}
      <Button kind="quiet" onClick={client.tryNow}>
        {words.tryNow}
      </Button>
    </>
  )
}
