import type { KnownUpgrade } from '../data/known-facts-schema.ts'
import { KNOWN_UPGRADE_SOURCES } from '../data/known-upgrade-sources.ts'
import { findKnownUpgrade } from '../data/known-upgrades.ts'
import type { Failure } from '../domain/failure.ts'
import { type Figure, LOADING } from '../domain/figure.ts'
import type { Plan } from '../domain/message.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Source } from '../domain/source.ts'
import { type AppliedUpgrade, computeLedger } from '../domain/upgrades/ledger/compute-ledger.ts'
import type { DatedHeight } from '../domain/upgrades/ledger/height-clock.ts'
import type { LedgerRow, UpgradeLedger } from '../domain/upgrades/ledger/ledger.ts'
import { listPlanEffects } from '../domain/upgrades/ledger/plan-effects.ts'
import type { RecordDate } from '../domain/upgrades/ledger/record-date.ts'
import {
  computeDowntimeMs,
  computeVoteLead,
  spanOfDate,
  type UpgradeDate,
  type VoteLead,
} from '../domain/upgrades/ledger/upgrade-times.ts'
import type { ProposalList } from './proposal-list.ts'
import type { HeaderTimes, RoundsByHeight, TimesByHeight } from './upgrade-times.ts'

/** Of the proposals: more are coming, all are there, or the rest could not be had. */
export type ListExtent = 'reading' | 'read' | 'lost'

/** What has been read so far; what is missing makes figures that are still loading. */
export interface UpgradeParts {
  readonly list: ProposalList | undefined
  /** Reading it failed; `list` is as far as it came. */
  readonly isListLost: boolean
  readonly applied: Figure<readonly AppliedUpgrade[]>
  readonly plan: Figure<{ readonly plan: Plan | undefined }>
  readonly times: TimesByHeight
  readonly rounds: RoundsByHeight
}

/** An applied upgrade with what it cost. */
export interface UpgradeRecord {
  readonly row: LedgerRow
  readonly date: RecordDate
  readonly downtimeMs: Figure<number>
  readonly round: Figure<number>
  readonly lead: VoteLead | { readonly kind: 'loading' }
  /** What is on record of it elsewhere. */
  readonly known: KnownUpgrade | undefined
  /** Where that was read. */
  readonly knownSources: readonly string[]
}

export interface UpgradeReport {
  readonly ledger: UpgradeLedger
  readonly extent: ListExtent
  /** Newest first, as in the ledger. */
  readonly records: readonly UpgradeRecord[]
  readonly applied: Figure<readonly AppliedUpgrade[]>
  readonly plan: Figure<{ readonly plan: Plan | undefined }>
  /** Of the proposals and the plan. */
  readonly source: Source | undefined
}

export function buildUpgradeReport(parts: UpgradeParts): UpgradeReport {
  const { list, applied, plan, times } = parts
  const done = applied.kind === 'known' ? applied.value : undefined
  const ledger = computeLedger({
    applied: done,
    plan: plan.kind === 'known' ? { kind: 'known', plan: plan.value.plan } : undefined,
    proposals: list === undefined ? [] : proposalsOf(list),
    isComplete: list?.isComplete === true,
    height: list?.pin.height,
    dated: listDatedHeights(list, done ?? [], times),
  })
  const extent = ledger.isComplete ? 'read' : parts.isListLost ? 'lost' : 'reading'
  return {
    ledger,
    extent,
    records: ledger.applied.map((row) => recordOf(row, extent, parts)),
    applied,
    plan,
    source: list?.source,
  }
}

function proposalsOf({ rows }: Pick<ProposalList, 'rows'>): readonly Proposal[] {
  return rows.flatMap((row) => (row.kind === 'proposal' ? [row.proposal] : []))
}

/** Heights of passed plans that are past and were not applied: when they came tells what became of the plans. */
export function listUnappliedHeights(
  list: ProposalList,
  applied: readonly AppliedUpgrade[],
): readonly bigint[] {
  const heights = listPlanEffects(proposalsOf(list)).flatMap((effect) => {
    if (effect.kind !== 'schedule') return []
    const { plan, proposal } = effect
    const isApplied = applied.some(
      ({ name, height }) => name === plan.name && height === plan.height,
    )
    const isPast = plan.height > 0n && plan.height <= list.pin.height
    return proposal.status === 'PROPOSAL_STATUS_PASSED' && isPast && !isApplied ? [plan.height] : []
  })
  return [...new Set(heights)]
}

function listDatedHeights(
  list: ProposalList | undefined,
  applied: readonly AppliedUpgrade[],
  times: TimesByHeight,
): readonly DatedHeight[] {
  const pinned = list?.source.time
  const headers = [...times].flatMap(([height, figure]): DatedHeight[] => {
    const ms = figure.kind === 'known' ? figure.value.at?.getTime() : undefined
    return ms === undefined ? [] : [{ height: BigInt(height), earliestMs: ms, latestMs: ms }]
  })
  const recorded = applied.flatMap(({ name, height }): DatedHeight[] => {
    const known = findKnownUpgrade(name, height)
    const span = known === undefined ? undefined : spanOfDate(dateOfRecord(known))
    return span === undefined ? [] : [{ height, ...span }]
  })
  const now =
    list === undefined || pinned === undefined
      ? []
      : [{ height: list.pin.height, earliestMs: pinned.getTime(), latestMs: pinned.getTime() }]
  return [...headers, ...recorded, ...now]
}

function recordOf(row: LedgerRow, extent: ListExtent, parts: UpgradeParts): UpgradeRecord {
  const height = row.state.kind === 'applied' ? row.state.height : row.plan.height
  const key = height.toString()
  const known = findKnownUpgrade(row.plan.name, height)
  const times = parts.times.get(key) ?? LOADING
  const date = dateRecord(times, known)
  return {
    row,
    date,
    downtimeMs: downtimeOf(times, height, parts.list?.pin.height),
    round: roundOf(times, parts.rounds.get(key)),
    lead: leadOf(row, date, extent),
    known,
    knownSources: known === undefined ? [] : sourcesOf(known),
  }
}

function dateRecord(times: Figure<HeaderTimes>, known: KnownUpgrade | undefined): RecordDate {
  if (times.kind === 'known' && times.value.at !== undefined) {
    return { kind: 'dated', date: { kind: 'header', time: times.value.at }, source: times.source }
  }
  const recorded = known === undefined ? undefined : dateOfRecord(known)
  if (recorded !== undefined && recorded.kind !== 'not-known') {
    return { kind: 'dated', date: recorded, source: undefined }
  }
  if (times.kind === 'loading') return { kind: 'loading' }
  return { kind: 'not-known', failure: times.kind === 'failed' ? times.failure : PRUNED }
}

/** What was written down elsewhere. Of a time that was announced beforehand only the day is sure. */
function dateOfRecord(known: KnownUpgrade): UpgradeDate {
  const { appliedAt } = known
  if (appliedAt === undefined) return { kind: 'not-known' }
  const sources = sourcesOf(known)
  switch (appliedAt.precision) {
    case 'exact':
      return { kind: 'recorded-time', time: new Date(appliedAt.time), sources }
    case 'estimate':
      return { kind: 'recorded-day', day: dayOf(appliedAt.time), slackDays: 0, sources }
    case 'day':
      return { kind: 'recorded-day', day: dayOf(appliedAt.date), slackDays: 1, sources }
  }
}

function sourcesOf({ name }: KnownUpgrade): readonly string[] {
  return KNOWN_UPGRADE_SOURCES.get(name) ?? []
}

function dayOf(isoText: string): Date {
  return new Date(`${isoText.slice(0, 10)}T00:00:00Z`)
}

const PRUNED: Failure = {
  kind: 'pruned',
  sentence:
    'No node here keeps all of the blocks at this height any more; an archive node may still have them.',
}

const NOT_YET: Failure = {
  kind: 'not-yet',
  sentence:
    'The two blocks after the height, which tell how long the chain stood still, are not made yet.',
}

function downtimeOf(
  times: Figure<HeaderTimes>,
  height: bigint,
  reached: bigint | undefined,
): Figure<number> {
  if (times.kind !== 'known') return times
  const value = computeDowntimeMs({ ...times.value, round: undefined })
  if (value !== undefined) return { kind: 'known', value, source: times.source }
  const isAhead = reached !== undefined && reached < height + 2n
  return { kind: 'failed', failure: isAhead ? NOT_YET : PRUNED }
}

function roundOf(times: Figure<HeaderTimes>, round: Figure<number> | undefined): Figure<number> {
  if (round !== undefined) return round
  if (times.kind === 'failed') return times
  // Not asked for where the block itself is not there.
  if (times.kind === 'known' && times.value.next === undefined) {
    return { kind: 'failed', failure: PRUNED }
  }
  return LOADING
}

function leadOf(row: LedgerRow, date: RecordDate, extent: ListExtent): UpgradeRecord['lead'] {
  if (row.proposal === undefined) return { kind: extent === 'reading' ? 'loading' : 'not-known' }
  if (date.kind === 'loading') return { kind: 'loading' }
  if (date.kind === 'not-known') return { kind: 'not-known' }
  return computeVoteLead(row.proposal.votingEndsAt, date.date)
}
