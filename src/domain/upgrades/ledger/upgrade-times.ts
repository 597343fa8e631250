/** Header times around the height of an upgrade, as far as they are known. */
export interface UpgradeTimes {
  /** Of the block at the height itself (H): the last one of the old software. */
  readonly at: Date | undefined
  /** Of H+1, the first block of the new software. Its header still carries the time from before the halt. */
  readonly next: Date | undefined
  readonly afterNext: Date | undefined
  /** Round in which H+1 was agreed on: 0 at once. */
  readonly round: number | undefined
}

/**
 * How long the chain stood still. A header carries the median time of the precommits for the block before (CometBFT BFT
 * time), and those for H were cast before the halt: so it lies between the headers of H+1 and H+2. undefined: not known,
 * which a time that runs backwards is too.
 */
export function computeDowntimeMs(times: UpgradeTimes): number | undefined {
  if (times.next === undefined || times.afterNext === undefined) return undefined
  const ms = times.afterNext.getTime() - times.next.getTime()
  return ms < 0 ? undefined : ms
}

/** When a height came, with how well that is known. */
export type UpgradeDate =
  /** From the header of the block. */
  | { readonly kind: 'header'; readonly time: Date }
  /** On record elsewhere, to the second. */
  | { readonly kind: 'recorded-time'; readonly time: Date; readonly sources: readonly string[] }
  /** On record elsewhere, to the day (its start in UTC), which can be off by `slackDays`. */
  | {
      readonly kind: 'recorded-day'
      readonly day: Date
      readonly slackDays: 0 | 1
      readonly sources: readonly string[]
    }
  | { readonly kind: 'not-known' }

const DAY_MS = 86_400_000

/** From the end of the vote to the height. */
export type VoteLead =
  | { readonly kind: 'exact'; readonly ms: number }
  /** Whole days between two dates. */
  | { readonly kind: 'days'; readonly days: number }
  /** The vote ended after the height: one of the two times cannot be right. */
  | { readonly kind: 'inconsistent' }
  | { readonly kind: 'not-known' }

export function computeVoteLead(voteEndsAt: Date | undefined, date: UpgradeDate): VoteLead {
  if (voteEndsAt === undefined || date.kind === 'not-known') return { kind: 'not-known' }
  if (date.kind !== 'recorded-day') {
    const ms = date.time.getTime() - voteEndsAt.getTime()
    return ms < 0 ? { kind: 'inconsistent' } : { kind: 'exact', ms }
  }
  const voteDay = Math.floor(voteEndsAt.getTime() / DAY_MS)
  const days = Math.floor(date.day.getTime() / DAY_MS) - voteDay
  if (days >= 0) return { kind: 'days', days }
  return -days > date.slackDays ? { kind: 'inconsistent' } : { kind: 'not-known' }
}

/** The span a date stands for; undefined where it is not known. */
export function spanOfDate(
  date: UpgradeDate,
): { readonly earliestMs: number; readonly latestMs: number } | undefined {
  if (date.kind === 'not-known') return undefined
  if (date.kind !== 'recorded-day') {
    const ms = date.time.getTime()
    return { earliestMs: ms, latestMs: ms }
  }
  const slackMs = date.slackDays * DAY_MS
  const startMs = date.day.getTime()
  return { earliestMs: startMs - slackMs, latestMs: startMs + DAY_MS + slackMs }
}
