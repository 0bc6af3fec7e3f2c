/** All words of a session on a phone; the board has many of them too. A phone loads them by parts. */
import { phoneActions } from './phone-actions.ts'
import { phoneBrief } from './phone-brief.ts'
import { phoneChair } from './phone-chair.ts'
import { phoneClosed } from './phone-closed.ts'
import { phoneDiscuss } from './phone-discuss.ts'
import { phoneEstimate } from './phone-estimate.ts'
import { phoneFrame } from './phone-frame.ts'
import { phoneLate } from './phone-late.ts'
import { phoneList } from './phone-list.ts'
import { phoneMenu } from './phone-menu.ts'
import { phoneSort } from './phone-sort.ts'
import { phoneVote } from './phone-vote.ts'
import { phoneWrite } from './phone-write.ts'

export const phone = {
  ...phoneFrame,
  brief: phoneBrief,
  write: phoneWrite,
  late: phoneLate,
  list: phoneList,
  sort: phoneSort,
  vote: phoneVote,
  estimate: phoneEstimate,
  discuss: phoneDiscuss,
  actions: phoneActions,
  closed: phoneClosed,
  chair: phoneChair,
  menu: phoneMenu,
} as const
