import { useState } from 'react'
import { Download } from 'lucide-react'
import { Button } from '../look/Button.tsx'
import { fetchReport } from '../session/api.ts'
import { keptSession } from '../session/keepsake.ts'
import { report as words } from '../words/report.ts'
import { saveFile } from '../look/save-file.ts'
import styles from './ReportPage.module.css'

const TABLES = ['cards', 'estimates', 'votes', 'actions', 'notes'] as const

/** The report as files; they need the token, so they are fetched and then saved. */
export function Downloads({ sessionId, title }: { sessionId: string; title: string }) {
  const [failed, setFailed] = useState<string | null>(null)
  const get = async (name: string, as: string) => {
    const token = keptSession(sessionId)?.token
    if (token === undefined) {
      setFailed(words.noSeat)
      return
    }
    const fetched = await fetchReport(sessionId, token, name)
    setFailed(fetched.is === 'problem' ? `${words.failed} ${fetched.message}` : null)
    if (fetched.is === 'ok') saveFile(fetched.file, as)
  }
  const base = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'report'
  return (
    <section className={styles.downloads} aria-labelledby="download">
      <h2 id="download">{words.download}</h2>
      <FileButton label={words.markdown} onPress={() => void get('report.md', `${base}.md`)} />
      <FileButton label={words.json} onPress={() => void get('report.json', `${base}.json`)} />
      {TABLES.map((table) => (
        <FileButton
          key={table}
          label={words.csv(words.tables[table])}
          onPress={() => void get(`report.csv?table=${table}`, `${base}-${table}.csv`)}
        />
      ))}
      <output>{failed !== null && <span className={styles.failed}>{failed}</span>}</output>
    </section>
  )
}

function FileButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button kind="quiet" className={styles.file ?? ''} onClick={onPress}>
      <Download size={16} strokeWidth={1.75} aria-hidden="true" />
      {label}
    </Button>
  )
}
