/** A record without the entries that are gone. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  gone: (key: string, value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => !gone(key, value)))
}
