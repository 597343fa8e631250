import type { Day } from '../registry/aep.ts'
import type { RecordedTime, RecordedUpgrade } from '../registry/registry.ts'
import type { LinkPlan } from './link.ts'

/** An upgrade of akashnet-2 as the linker sees it, from what is on record outside the chain. */
export function planOfRecord({ name, height, proposalId, appliedAt }: RecordedUpgrade): LinkPlan {
  return { name, height, state: 'applied', proposalId, appliedOn: dayOf(appliedAt) }
}

/** The UTC day of a recorded moment. */
export function dayOf(time: RecordedTime | undefined): Day | undefined {
  if (time === undefined) return undefined
  return time.precision === 'day' ? time.date : time.time.slice(0, 10)
}
