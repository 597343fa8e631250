import type { KnownProposal, KnownTime } from '../../../data/known-proposals.ts'
import { findKnownUpgrade } from '../../../data/known-upgrades.ts'
import { timeAt } from './epoch.ts'

const DAY_MS = 86_400_000

/** When akashnet-2 began, before its first proposals. */
const LAUNCH = Date.UTC(2021, 2, 8, 15)

/** When a past vote ran; the facts' times where they have any, else reckoned. */
export interface PastTimes {
  readonly submittedAt: number
  readonly votingStart: number
  readonly votingEnd: number
}

/** Times of proposals ascending by id: where nothing is known of one, it lies between its neighbours by its id. */
export function reckonPastTimes(proposals: readonly KnownProposal[]): readonly PastTimes[] {
  const ends = proposals.map((proposal) => findEnd(proposal))
  return proposals.map((proposal, index) => {
    const votingEnd = ends[index] ?? interpolateEnd(proposals, ends, index)
    const length = proposal.isExpedited === true ? DAY_MS : 7 * DAY_MS
    const exactStart =
      proposal.votingStart?.precision === 'exact' ? proposal.votingStart : undefined
    const votingStart = exactStart === undefined ? votingEnd - length : Date.parse(exactStart.time)
    // Where the facts do not say otherwise the deposit was there at once or within hours.
    const wait = exactStart === undefined ? (Number(proposal.id) % 5) * 1_870_000 : 0
    return { submittedAt: votingStart - wait, votingStart, votingEnd }
  })
}

function findEnd({ id, votingEnd, plan }: KnownProposal): number | undefined {
  if (votingEnd !== undefined) return toMs(votingEnd, id)
  if (plan === undefined) return undefined
  const applied = findKnownUpgrade(plan.name, plan.height)?.appliedAt
  // Votes on upgrades end about two days before their height.
  return (applied === undefined ? timeAt(plan.height) : toMs(applied, id)) - 2 * DAY_MS
}

function interpolateEnd(
  proposals: readonly KnownProposal[],
  ends: readonly (number | undefined)[],
  index: number,
): number {
  const id = Number(proposals[index]?.id ?? 0n)
  const before = ends.findLastIndex((end, at) => at < index && end !== undefined)
  const after = ends.findIndex((end, at) => at > index && end !== undefined)
  const fromId = Number(proposals[before]?.id ?? 0n)
  const from = ends[before] ?? LAUNCH
  const to = ends[after]
  if (to === undefined) return from + (id - fromId) * DAY_MS
  const toId = Number(proposals[after]?.id ?? 0n)
  return Math.floor(from + ((to - from) * (id - fromId)) / (toId - fromId))
}

/** A day is taken at an hour of its own, so that not everything ends at midnight. */
function toMs(time: KnownTime, id: bigint): number {
  if (time.precision === 'exact') return Date.parse(time.time)
  const spread = (Number(id) * 3_517_331) % (9 * 3_600_000)
  if (time.precision === 'estimate') return Date.parse(time.time)
  return Date.parse(time.date) + 10 * 3_600_000 + spread
}
