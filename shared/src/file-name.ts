/** A name for a file that people take home. */

/** Longest file name, its ending included. */
export const FILE_NAME_MAX = 80

/** Names that Windows keeps for devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file name from a title: ASCII letters, digits and hyphens, so that it stands in a `Content-Disposition`
 * header and on any disk as it is; "report" when nothing of the title is left. `ext` has no dot.
 */
export function reportFileName(title: string, ext: string): string {
  const ending = ext.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 8)
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, FILE_NAME_MAX - ending.length - 1)
    .replace(/-$/, '')
  const name = plain === '' ? 'report' : DEVICE.test(plain) ? `report-${plain}` : plain
  return ending === '' ? name : `${name}.${ending}`
}
