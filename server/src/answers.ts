/** The answers already given: the same command id counts once and gets the same answer. */
import { ANSWERS_KEPT } from '@plenary/shared/command'
import type { AnswerBody, AnswerRow } from './record.ts'

export class Answers {
  private readonly byPerson = new Map<string, Map<string, AnswerBody>>()

  given(person: string, id: string): AnswerBody | null {
    return this.byPerson.get(person)?.get(id) ?? null
  }

  keep({ person, id, answer }: AnswerRow): void {
    let own = this.byPerson.get(person)
    if (own === undefined) this.byPerson.set(person, (own = new Map()))
    own.set(id, answer)
    const oldest = own.keys().next()
    if (own.size > ANSWERS_KEPT && oldest.done !== true) own.delete(oldest.value)
  }

  rows(): AnswerRow[] {
    return [...this.byPerson].flatMap(([person, own]) =>
      [...own].map(([id, answer]) => ({ person, id, answer })),
    )
  }

  forget(): void {
    this.byPerson.clear()
  }
}
