/** What the person is told, until they have read it. */
import type { Notice } from './session-client.ts'

/** More than this at once nobody reads; the oldest without own words go first. */
const NOTICES_MAX = 20

export interface Notices {
  all: () => readonly Notice[]
  /** The same sentence about the same text is told once; a new information takes the place of the last. */
  add: (notice: Omit<Notice, 'id'>) => void
  dismiss: (id: number) => void
}

export function createNotices(changed: () => void): Notices {
  let all: readonly Notice[] = []
  let last = 0
  return {
    all: () => all,
    add(notice) {
      const same = (one: Notice) =>
        one.is === notice.is && one.message === notice.message && one.text === notice.text
      // One information at a time: an older one coming up again would speak of what is long past.
      const others = all.filter((one) => one.is === 'refused' && !same(one))
      last += 1
      all = trimmed([...others, { ...notice, id: last }])
      changed()
    },
    dismiss(id) {
      const left = all.filter((one) => one.id !== id)
      if (left.length === all.length) return
      all = left
      changed()
    },
  }
}

function trimmed(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= NOTICES_MAX) return notices
  const drop = notices.findIndex((one) => one.text === undefined)
  return drop === -1 ? notices : notices.filter((_, index) => index !== drop)
}
