/** All German words, loaded at once and by devices that speak German only. */
import type { Catalogue } from '../catalogue.ts'
import { again } from './again.ts'
import { blame } from './blame.ts'
import { common } from './common.ts'
import { deleting } from './deleting.ts'
import { desk } from './desk.ts'
import { discuss } from './discuss.ts'
import { ended } from './ended.ts'
import { entrance } from './entrance.ts'
import { estimate } from './estimate.ts'
import { finish } from './finish.ts'
import { groups } from './groups.ts'
import { hands } from './hands.ts'
import { languages } from './languages.ts'
import { keyWords } from './keys.ts'
import { lead } from './lead.ts'
import { link } from './link.ts'
import { lost } from './lost.ts'
import { nowhere } from './nowhere.ts'
import { lobby } from './lobby.ts'
import { past } from './past.ts'
import { poll } from './poll.ts'
import { phoneActions } from './phone-actions.ts'
import { phoneBrief } from './phone-brief.ts'
import { phoneChair } from './phone-chair.ts'
import { phoneClosed } from './phone-closed.ts'
import { phoneEstimate } from './phone-estimate.ts'
import { phoneFrame } from './phone-frame.ts'
import { phoneLate } from './phone-late.ts'
import { phoneList } from './phone-list.ts'
import { phoneMenu } from './phone-menu.ts'
import { phoneSort } from './phone-sort.ts'
import { phoneVote } from './phone-vote.ts'
import { phoneWaiting } from './phone-waiting.ts'
import { phoneWrite } from './phone-write.ts'
import { refusals } from './refusals.ts'
import { removed } from './removed.ts'
import { report } from './report.ts'
import { seat } from './seat.ts'
import { seldom } from './seldom.ts'
import { setUp } from './set-up.ts'
import { solo } from './solo.ts'
import { states } from './states.ts'
import { stepWords } from './step.ts'
import { wall } from './wall.ts'
import { surface } from './surface.ts'
import { whatChanged } from './what-changed.ts'
import { writing } from './writing.ts'

export const german = {
  again,
  blame,
  common,
  deleting,
  desk,
  discuss,
  ended,
  entrance,
  estimate,
  finish,
  groups,
  hands,
  languages,
  keyWords,
  lead,
  link,
  lost,
  nowhere,
  lobby,
  past,
  poll,
  phoneActions,
  phoneBrief,
  phoneChair,
  phoneClosed,
  phoneEstimate,
  phoneFrame,
  phoneLate,
  phoneList,
  phoneMenu,
  phoneSort,
  phoneVote,
  phoneWaiting,
  phoneWrite,
  refusals,
  removed,
  report,
  seat,
  seldom,
  setUp,
  solo,
  states,
  stepWords,
  wall,
  surface,
  whatChanged,
  writing,
} satisfies Catalogue
