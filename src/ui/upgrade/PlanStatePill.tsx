import { formatPlanState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import type { PlanState } from '../../domain/upgrades/upgrade.ts'
import { Pill, type PillTone } from '../page/Pill.tsx'

const TONES: Readonly<Record<PlanState['kind'], PillTone>> = {
  applied: 'good',
  scheduled: 'note',
  'in-vote': 'note',
  'in-deposit': 'plain',
  rejected: 'no',
  failed: 'bad',
  cancelled: 'plain',
  superseded: 'plain',
  skipped: 'warn',
  unknown: 'plain',
}

/** What became of a plan, in a word or two. */
export function PlanStatePill({ state }: { readonly state: PlanState }) {
  return <Pill tone={TONES[state.kind]}>{formatPlanState(state.kind)}</Pill>
}
