/** What is read from a room over HTTP, as of the last record. */
import { readFacts } from '@plenary/shared/facts'
import { reportOf } from '@plenary/shared/report'
import type { Memory } from './memory.ts'
import type { Reply } from './requests.ts'
import type { Speaker } from './speaker.ts'

export class Reader {
  private readonly session: string
  private readonly memory: Memory
  private readonly speaker: Speaker
  /** The report as of the last change of the board. */
  private report: { seq: number; reply: Reply } | null = null

  constructor(session: string, memory: Memory, speaker: Speaker) {
    this.session = session
    this.memory = memory
    this.speaker = speaker
  }

  read(what: 'board' | 'report'): Reply {
    const { epoch, boardSeq: seq, state, published, board } = this.memory
    if (what === 'board') return { is: 'board', update: this.speaker.whole(), epoch, seq }
    if (this.report?.seq === seq) return this.report.reply
    const facts = readFacts({ ...published.values, ...published.maps })
    if (facts === null || state === null) return { is: 'later' }
    const reply: Reply = {
      is: 'report',
      report: reportOf(facts, state.format, board, this.session),
    }
    this.report = { seq, reply }
    return reply
  }
}
