/** The question that is asked while people come. */
import { setUp as words } from '../words/set-up.ts'

/** The one after it, in a circle; the first when it is none of ours. */
export function nextQuestion(question: string): string {
  const { questions } = words
  return questions[(questions.indexOf(question) + 1) % questions.length] ?? ''
}
