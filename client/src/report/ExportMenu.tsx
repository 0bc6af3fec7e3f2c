import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { Braces, ChevronDown, Download, FileText, Printer, Table2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Popover } from '../desk/Popover.tsx'
import { Button } from '../look/Button.tsx'
import { fetchReport } from '../session/api.ts'
import { keptSession } from '../session/keepsake.ts'
import { report as words } from '../words/report.ts'
import { cardsOf } from './parts.ts'
import type { ReportView } from './report-schema.ts'
import { saveFile } from '../look/save-file.ts'
import styles from './ExportMenu.module.css'

interface ExportMenuProps {
  sessionId: string
  report: ReportView
  onFailed: (message: string) => void
}

/** The report as files; they need the token, so they are fetched and then saved. */
export function ExportMenu({ sessionId, report, onFailed }: ExportMenuProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const base = report.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'report'
  const get = async (name: string, as: string) => {
    setOpen(false)
    const token = keptSession(sessionId)?.token
    if (token === undefined) return onFailed(words.noSeat)
    const fetched = await fetchReport(sessionId, token, name)
    if (fetched.is === 'ok') saveFile(fetched.file, as)
    else onFailed(`${words.failed} ${fetched.message}`)
  }
  return (
    <>
      <Button
        ref={opener}
        kind="primary"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Download size={17} strokeWidth={1.75} aria-hidden="true" />
        {words.export}
        <ChevronDown size={16} strokeWidth={2} aria-hidden="true" />
      </Button>
      {open && (
        <Popover label={words.export} anchor={opener} onClose={() => setOpen(false)}>
          <div className={styles.menu}>
            <Item
              icon={FileText}
              title={words.markdown}
              sub={words.markdownFor}
              onPress={() => void get('report.md', `${base}.md`)}
            />
            <Item
              icon={Printer}
              title={words.pdf}
              sub={words.pdfFor}
              onPress={() => {
                setOpen(false)
                // The menu must be gone before the page is drawn for paper.
                requestAnimationFrame(() => window.print())
              }}
            />
            <Item
              icon={Braces}
              title={words.json}
              sub={words.jsonFor}
              onPress={() => void get('report.json', `${base}.json`)}
            />
            <div className={styles.tables}>
              <Table2 size={18} strokeWidth={1.75} aria-hidden="true" />
              <div>
                <p className={styles.title} aria-hidden="true">
                  {words.spreadsheet}
                </p>
                <fieldset className={styles.row} aria-label={words.spreadsheet}>
                  {tablesOf(report).map((table) => (
                    <Button
                      key={table}
                      className={styles.table ?? ''}
                      onClick={() => void get(`report.csv?table=${table}`, `${base}-${table}.csv`)}
                    >
                      {words.tables[table]}
                    </Button>
                  ))}
                </fieldset>
              </div>
            </div>
            <p className={styles.authorship}>
              <span>{words.whoWrote}</span>
              <span>{words.authorshipShort[report.authorship]}</span>
            </p>
          </div>
        </Popover>
      )}
    </>
  )
}

/** Only tables that have a row. */
function tablesOf(
  report: ReportView,
): ('cards' | 'estimates' | 'polls' | 'votes' | 'actions' | 'notes')[] {
  const { sections, estimates, polls, votes, actions, notes, parkingLot, decisions } = report
  const rows = {
    cards: sections.flatMap(cardsOf).length,
    estimates: estimates.flatMap((one) => one.rows).length,
    polls: polls.flatMap((one) => one.rows).length,
    votes: votes.flatMap((one) => one.rows).length,
    actions: actions.length,
    notes: notes.length + parkingLot.length + decisions.length,
  }
  return (['cards', 'estimates', 'polls', 'votes', 'actions', 'notes'] as const).filter(
    (table) => rows[table] > 0,
  )
}

interface ItemProps {
  icon: LucideIcon
  title: string
  sub: ReactNode
  onPress: () => void
}

function Item({ icon: Icon, title, sub, onPress }: ItemProps) {
  return (
    <button type="button" className={styles.item} onClick={onPress}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>
        <span className={styles.title}>{title}</span>
        <span className={styles.sub}>{sub}</span>
      </span>
    </button>
  )
}
