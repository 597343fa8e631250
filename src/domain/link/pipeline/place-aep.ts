import type { Aep, EditorialStatus } from '../../registry/aep.ts'
import { parseDay } from '../../registry/day.ts'
import { listStatusRuns } from '../changes/status-runs.ts'
import type { Delivery } from '../link.ts'
import type { ChainPath } from './chain-path.ts'
import type { Entered, PipelineStage } from './pipeline.ts'

/** Where an AEP stands and since when; a reason where neither chain nor document tell. */
export type Place = { readonly stage: PipelineStage; readonly entered: Entered } | string

/** Status words of akash-network/AEP `spec/aep-1/README.md` for an AEP that is no longer pursued, and one for the like. */
const GIVEN_UP: ReadonlySet<string> = new Set(['abandoned', 'rejected', 'superseded', 'withdrawn'])

const STAGES = {
  Draft: 'draft',
  'Last Call': 'last-call',
  Accepted: 'accepted',
} as const satisfies Partial<Record<EditorialStatus, PipelineStage>>

/** The chain decides where it knows the AEP; else its document does. */
export function placeAep(document: Aep | undefined, delivery: Delivery, path: ChainPath): Place {
  switch (delivery.kind) {
    case 'in-vote':
      return {
        stage: 'vote',
        entered: { kind: 'unknown', reason: 'The day on which the vote began is not read here.' },
      }
    case 'scheduled':
      return {
        stage: 'scheduled',
        entered: enteredOn(path.votedOn, 'The day on which the vote ended is not on record.'),
      }
    case 'delivered':
    case 'delivered-at-genesis':
    case 'delivered-by-messages':
      return {
        stage: 'active',
        entered: enteredOn(path.reachedOn, 'The day on which the chain got it is not on record.'),
      }
    case 'removed': {
      const { target } = delivery.by
      const day = target.kind === 'upgrade' ? target.appliedOn : undefined
      return {
        stage: 'left',
        entered: enteredOn(day, 'The day on which it was taken out is not on record.'),
      }
    }
    default:
      return document === undefined
        ? 'The registry holds no document of it, so its status is not known.'
        : placeDocument(document)
  }
}

function placeDocument(aep: Aep): Place {
  if (aep.status === 'Final') {
    const completed = aep.completed === undefined ? undefined : parseDay(aep.completed)
    return completed === undefined
      ? { stage: 'final', entered: enteredStatus(aep) }
      : { stage: 'completed', entered: { kind: 'on', day: completed } }
  }
  if (aep.status !== 'other') return { stage: STAGES[aep.status], entered: enteredStatus(aep) }
  return GIVEN_UP.has(aep.statusRaw.trim().toLowerCase())
    ? { stage: 'left', entered: enteredStatus(aep) }
    : 'Its document gives a status that is none of the terms of AEP-1.'
}

function enteredStatus(aep: Aep): Entered {
  const runs = listStatusRuns(aep)
  const run = runs.at(-1)
  const isDated = run?.status === aep.status
  // A document begins as a draft, so a draft from the first entry on is one since it was created.
  if (aep.status === 'Draft' && runs.length <= 1 && (run === undefined || isDated)) {
    const created = aep.created === undefined ? undefined : parseDay(aep.created)
    if (created !== undefined && (run === undefined || created <= run.since))
      return { kind: 'on', day: created }
  }
  if (run === undefined || !isDated) {
    return { kind: 'unknown', reason: 'No history of its status is on record.' }
  }
  return { kind: run.isAtLatest ? 'by' : 'on', day: run.since }
}

function enteredOn(day: string | undefined, reason: string): Entered {
  return day === undefined ? { kind: 'unknown', reason } : { kind: 'on', day }
}
