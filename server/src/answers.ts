/** The answers already given: the same command id counts once and gets the same answer. */
import { ANSWERS_KEPT } from '@plenary/shared/command'
import type { AnswerBody, AnswerRow } from './record.ts'

export class Answers {
  private readonly byPerson = new Map<string, Map<string, AnswerRow>>()

  given(person: string, id: string): AnswerBody | null {
    return this.byPerson.get(person)?.get(id)?.answer ?? null
  }

  keep(row: AnswerRow): void {
    const { person, id } = row
    let own = this.byPerson.get(person)
    if (own === undefined) this.byPerson.set(person, (own = new Map()))
    own.set(id, row)
    const oldest = own.keys().next()
    if (own.size > ANSWERS_KEPT && oldest.done !== true) own.delete(oldest.value)
  }

  rows(): AnswerRow[] {
    return [...this.byPerson.values()].flatMap((own) => [...own.values()])
  }

  /** All but those that last. Answers whether there were others. */
  forget(): boolean {
    const rows = this.rows()
    const lasting = rows.filter((row) => row.lasts)
    this.byPerson.clear()
    for (const row of lasting) this.keep(row)
    return lasting.length < rows.length
  }
}
