/** The words a command carries, to give back when it is refused. */
import type { Command } from '@plenary/shared/command'

export function wordsOf(command: Command): string | null {
  if (command.type === 'card.add' || command.type === 'draft.put') return command.text
  return command.type === 'card.reword' ? command.to : null
}
