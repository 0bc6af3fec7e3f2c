/** The words a command carries, to give back when it is refused. */
import type { Command } from '@plenary/shared/command'

export function wordsOf(command: Command): string | null {
  if (command.type === 'card.reword') return command.to
  return 'text' in command ? (command.text ?? null) : null
}
