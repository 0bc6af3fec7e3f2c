/** A longer text is folded: by its length, or by its lines. */
const FOLD_LENGTH = 240
const FOLD_LINES = 8

export function isLong(text: string): boolean {
  return text.length > FOLD_LENGTH || text.split('\n').length > FOLD_LINES
}
