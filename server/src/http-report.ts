/** HTTP: the session as a document, as complete data and as tables. */
import { reportFileName } from '@plenary/shared/file-name'
import { REPORT_TABLES, reportCsv } from '@plenary/shared/report-csv'
import { reportMarkdown } from '@plenary/shared/report-markdown'
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Asking } from './http-asking.ts'
import { fallback } from './http-asking.ts'
import type { Env } from './http-env.ts'
import { problem } from './problem.ts'

const tables = z.enum(REPORT_TABLES)

export function reportRoutes(app: Hono<Env>, { withToken }: Asking): void {
  app.get('/api/sessions/:id/:file{report\\.(md|json|csv)}', async (c) => {
    const table = tables.safeParse(c.req.query('table') ?? 'cards')
    if (!table.success)
      return problem(c, 'malformed', `table is one of ${tables.options.join(', ')}.`)
    const reply = await withToken(c, (token) => ({ is: 'report', token }))
    if (reply instanceof Response) return reply
    if (reply.is !== 'report') return fallback(c, reply)
    const { report } = reply
    const [, ending = 'md'] = c.req.param('file').split('.')
    const [text, type] =
      ending === 'json'
        ? [JSON.stringify(report), 'application/json']
        : ending === 'csv'
          ? [reportCsv(report, table.data), 'text/csv']
          : [reportMarkdown(report), 'text/markdown']
    return c.body(text, 200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${reportFileName(report.title, ending)}"`,
    })
  })
}
