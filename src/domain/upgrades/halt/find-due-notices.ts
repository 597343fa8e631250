import { formatInteger } from '../../format-integer.ts'
import { formatDuration } from '../../time.ts'
import type { HaltPhase } from './halt-phase.ts'

/** What a reader who asked to be told is told once. `key` is its own for every plan. */
export interface HaltNotice {
  readonly key: string
  readonly text: string
}

export interface NoticeGround {
  /** Made safe to show. */
  readonly planName: string
  readonly planHeight: bigint
  readonly phase: HaltPhase | undefined
  /** Early edge of the range in which the height comes; undefined when none can be told. */
  readonly earliestAt: Date | undefined
  /** undefined once the vote is over, or when no vote is known. */
  readonly voteEndsAt: Date | undefined
}

const MINUTE_MS = 60_000
/** Minutes before the early edge. */
const WARNINGS = [60, 15, 5] as const

/** Everything that is due by now, of which the caller tells what it has not told yet: of the warnings only the nearest. */
export function findDueNotices(
  { planName, planHeight, phase, earliestAt, voteEndsAt }: NoticeGround,
  now: Date,
): readonly HaltNotice[] {
  const due: HaltNotice[] = []
  const add = (kind: string, text: string) =>
    due.push({ key: `${planName} ${planHeight} ${kind}`, text })
  if (voteEndsAt !== undefined && voteEndsAt <= now) {
    add('vote-end', `The vote on ${planName} has ended.`)
  }
  const isAhead = phase?.kind === 'far' || phase?.kind === 'countdown'
  if (isAhead && earliestAt !== undefined) {
    const leftMs = earliestAt.getTime() - now.getTime()
    const minutes = WARNINGS.findLast((warning) => leftMs <= warning * MINUTE_MS)
    if (minutes !== undefined) {
      add(
        `minus-${minutes}`,
        `${planName} can come in ${minutes} minutes, at height ${formatInteger(planHeight)}.`,
      )
    }
  }
  if (phase?.kind === 'halted') {
    add('halt', `The chain has halted at ${formatInteger(planHeight)} for ${planName}.`)
  }
  if (phase?.kind === 'resumed') {
    const { haltedMs } = phase
    const halted = haltedMs === undefined ? '' : `, halted for ${formatDuration(haltedMs)}`
    add('resume', `The chain resumed at block ${formatInteger(phase.height)}${halted}.`)
  }
  return due
}
