/** One person alone leads and takes part: nobody is waited for, asked or warned. */

/** Whether nobody but its maker has ever come in; a test seat is nobody. */
export function isAlone(people: Readonly<Record<string, { test?: boolean | undefined }>>): boolean {
  return Object.values(people).filter(({ test }) => test !== true).length === 1
}

/** Whether a session is one person's now. With the second one it is like every other, for good. */
export function isSolo({
  solo,
  people,
}: {
  solo?: boolean | undefined
  people: Readonly<Record<string, { test?: boolean | undefined }>>
}): boolean {
  return solo === true && isAlone(people)
}
