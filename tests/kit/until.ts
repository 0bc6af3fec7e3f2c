/** Waits for a condition instead of sleeping; says what it waited for when it does not come. */

export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  within = 20_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + within
  for (;;) {
    const seen = await look()
    if (seen !== null && seen !== undefined && seen !== false) return seen
    if (performance.now() > deadline) throw new Error(`waited ${within} ms for: ${what}`)
    await new Promise((go) => setTimeout(go, 15))
  }
}
