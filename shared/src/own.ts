/**
 * The value under an id that came from outside. `constructor` and `__proto__` are ids like any other: what a
 * record inherits is none of its entries.
 */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
