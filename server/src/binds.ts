/** The values that may pass between Plenary and the SQLite driver. */

/** What may be bound. Booleans are 0 or 1 before they come here. */
export type Bind = string | number | bigint | Uint8Array | null

/** A value that must not reach the driver: a bug of the caller. */
export class BindError extends TypeError {
  override readonly name = 'BindError'
}

/**
 * Returns the values as the driver takes them, or throws a {@link BindError}.
 * The driver aborts the whole process when it is given a boolean or a bare object, and that
 * cannot be caught, so the check looks at the values and does not trust their types.
 */
export function checkBinds(values: unknown): Bind[] {
  if (!Array.isArray(values)) {
    throw new BindError(`a statement takes an array of values, got ${nameOf(values)}`)
  }
  // Not `map`, which would leave the holes of a sparse array unseen.
  return Array.from(values, (value: unknown, at) => {
    if (isBind(value) && !isCutText(value)) return value
    throw new BindError(
      `value ${at + 1} of a statement is ${nameOf(value)}; bind text without NUL, a finite number, a bigint, bytes or null`,
    )
  })
}

/** A value as the driver reads it: a blob comes as an `ArrayBuffer`. */
export function readBind(cell: unknown): Bind {
  if (cell instanceof ArrayBuffer) return new Uint8Array(cell)
  if (isBind(cell)) return cell
  throw new TypeError(`the driver gave ${nameOf(cell)} as a value`)
}

function isBind(value: unknown): value is Bind {
  if (typeof value === 'number') return Number.isFinite(value)
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'bigint' ||
    value instanceof Uint8Array
  )
}

/** The driver keeps such a text whole but reads it back only up to the NUL. */
function isCutText(value: Bind): boolean {
  return typeof value === 'string' && value.includes('\0')
}

function nameOf(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value)
  if (typeof value === 'string') return 'text with a NUL'
  if (typeof value !== 'object') return `a ${typeof value}`
  return value === null ? 'null' : `an object (${value.constructor?.name ?? 'no prototype'})`
}
