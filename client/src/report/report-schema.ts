/** The report as the server writes it, parsed at the edge. */
import * as z from 'zod/mini'

const text = z.nullable(z.string())
const number = z.nullable(z.number())

const cardSchema = z.object({
  id: z.string(),
  text: z.string(),
  lane: text,
  dots: z.array(z.object({ round: z.string(), dots: z.number() })),
  by: text,
})
const noteSchema = z.object({ id: z.string(), text: z.string(), section: z.string(), by: text })

export const reportSchema = z.object({
  schema: z.literal(1),
  title: z.string(),
  format: z.object({ id: z.string(), title: z.string() }),
  anonymous: z.boolean(),
  authorship: z.enum(['named', 'deleted at close', 'kept until close']),
  createdAt: z.number(),
  closedAt: number,
  agenda: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      planned: z.number(),
      used: z.number(),
      skipped: z.boolean(),
    }),
  ),
  people: z.array(z.object({ name: z.string(), role: z.string() })),
  question: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lanes: z.array(z.object({ id: z.string(), name: z.string(), cards: z.array(cardSchema) })),
      toPlace: z.array(cardSchema),
    }),
  ),
  estimates: z.array(
    z.object({
      round: z.string(),
      title: z.string(),
      rows: z.array(
        z.object({
          lane: z.string(),
          laneId: z.string(),
          axes: z.array(
            z.object({ id: z.string(), title: z.string(), shown: number, agreed: number }),
          ),
          product: number,
          rank: number,
          tied: z.boolean(),
        }),
      ),
    }),
  ),
  votes: z.array(
    z.object({
      round: z.string(),
      title: z.string(),
      rules: z.object({ budget: z.number(), cap: number }),
      rows: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          dots: number,
          rank: number,
          tied: z.boolean(),
        }),
      ),
    }),
  ),
  queue: z.array(z.object({ id: z.string(), text, minutes: z.number(), is: z.string() })),
  decisions: z.array(z.object({ id: z.string(), text: z.string() })),
  actions: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      owner: text,
      due: text,
      ticket: text,
      status: z.string(),
    }),
  ),
  notes: z.array(noteSchema),
  parkingLot: z.array(noteSchema),
  notesBy: text,
  checkIns: z.string(),
})

/** What the page shows of a report. */
export type ReportView = z.infer<typeof reportSchema>
export type ReportCardView = z.infer<typeof cardSchema>

/** Reads a file of the report; null when it is not one of this version. */
export async function readReport(file: Blob): Promise<ReportView | null> {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(await file.text()))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
