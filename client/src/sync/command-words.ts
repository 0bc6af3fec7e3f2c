/** The words a command carries, to give back when it is refused. */
import type { Command } from '@plenary/shared/command'

export function wordsOf(command: Command): string | null {
  switch (command.type) {
    case 'card.add':
    case 'draft.put':
      return command.text
    case 'card.reword':
      return command.to
    default:
      return null
  }
}
