/** The report as the server writes it, parsed at the edge. */
import * as v from 'valibot'

const text = v.nullable(v.string())
const number = v.nullable(v.number())

const cardSchema = v.object({
  id: v.string(),
  text: v.string(),
  lane: text,
  group: v.nullable(v.object({ id: v.string(), name: v.string() })),
  dots: v.array(v.object({ round: v.string(), dots: v.number() })),
  by: text,
})
const noteSchema = v.object({ id: v.string(), text: v.string(), section: v.string(), by: text })

export const reportSchema = v.object({
  schema: v.literal(1),
  title: v.string(),
  format: v.object({ id: v.string(), title: v.string() }),
  anonymous: v.boolean(),
  authorship: v.picklist(['named', 'deleted at close', 'kept until close']),
  createdAt: v.number(),
  closedAt: number,
  agenda: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      planned: v.number(),
      used: v.number(),
      skipped: v.boolean(),
    }),
  ),
  people: v.array(v.object({ name: v.string(), role: v.string() })),
  question: v.string(),
  sections: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      lanes: v.array(v.object({ id: v.string(), name: v.string(), cards: v.array(cardSchema) })),
      toPlace: v.array(cardSchema),
      links: v.array(
        v.object({ id: v.string(), text: v.string(), from: v.string(), to: v.string() }),
      ),
    }),
  ),
  setAside: v.number(),
  estimates: v.array(
    v.object({
      round: v.string(),
      section: v.string(),
      title: v.string(),
      rows: v.array(
        v.object({
          lane: v.string(),
          laneId: v.string(),
          axes: v.array(
            v.object({
              id: v.string(),
              title: v.string(),
              shown: number,
              agreed: number,
              n: number,
            }),
          ),
          product: number,
          agreement: v.nullable(
            v.variant('is', [
              v.object({ is: v.literal('agreed') }),
              v.object({ is: v.literal('mostly') }),
              v.object({ is: v.literal('split'), on: v.array(v.string()) }),
            ]),
          ),
          rank: number,
          tied: v.boolean(),
        }),
      ),
    }),
  ),
  polls: v.array(
    v.object({
      round: v.string(),
      title: v.string(),
      answered: number,
      of: number,
      rows: v.array(v.object({ id: v.string(), text: v.string(), answers: number })),
    }),
  ),
  votes: v.array(
    v.object({
      round: v.string(),
      title: v.string(),
      rules: v.object({ budget: v.number(), cap: number }),
      rows: v.array(
        v.object({
          id: v.string(),
          text: v.string(),
          dots: number,
          rank: number,
          tied: v.boolean(),
        }),
      ),
    }),
  ),
  queue: v.array(
    v.object({
      id: v.string(),
      text,
      minutes: v.number(),
      used: number,
      is: v.picklist(['waiting', 'now', 'done']),
    }),
  ),
  decisions: v.array(v.object({ id: v.string(), text: v.string(), topic: text })),
  actions: v.array(
    v.object({
      id: v.string(),
      what: v.string(),
      owner: text,
      due: text,
      ticket: text,
      status: v.picklist(['open', 'offered', 'done', 'dropped']),
      from: text,
    }),
  ),
  notes: v.array(noteSchema),
  parkingLot: v.array(noteSchema),
  notesBy: text,
  checkIns: v.string(),
  checkInDates: v.array(v.string()),
})

/** What the page shows of a report. */
export type ReportView = v.InferOutput<typeof reportSchema>
export type EstimatesView = ReportView['estimates'][number]
export type ReportCardView = v.InferOutput<typeof cardSchema>

/** Reads a file of the report; null when it is not one of this version. */
export async function readReport(file: Blob): Promise<ReportView | null> {
  try {
    const parsed = v.safeParse(reportSchema, JSON.parse(await file.text()))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
