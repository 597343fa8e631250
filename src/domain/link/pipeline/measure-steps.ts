import type { Aep, Day } from '../../registry/aep.ts'
import { countDaysBetween, parseDay } from '../../registry/day.ts'
import { HISTORY_BEGINS } from '../changes/history-begins.ts'
import { listStatusRuns, type StatusRun } from '../changes/status-runs.ts'
import type { ChainPath } from './chain-path.ts'
import type { PipelineStep, PipelineStepKind, StepLength } from './pipeline.ts'

/** An end of a step: a day, not yet there, or gone by on a day that is not on record. */
type Mark = { readonly day: Day } | 'ahead' | { readonly missing: string }

const NOT_ON_RECORD = `What documents said before ${HISTORY_BEGINS} is not on record.`

/** The steps of an AEP that has a document, as far as it has begun them. */
export function measureSteps(aep: Aep, path: ChainPath, today: Day): readonly PipelineStep[] {
  const created = markOf(
    aep.created === undefined ? undefined : parseDay(aep.created),
    'The document gives no day of creation that can be read.',
  )
  const runs = listStatusRuns(aep)
  const review = runs.find(({ status }) => status === 'Last Call' || status === 'Accepted')
  const outOfDraft = runs.find(({ status }) => status !== 'Draft' && status !== 'other')
  // A document that came into the repository beyond Draft never was one as far as anybody can tell.
  const wasDraft = runs[0] === undefined || runs[0].isAtLatest || runs[0].status === 'Draft'
  const final = runs.findLast(({ status }) => status === 'Final')
  const voted = path.vote === 'open' ? 'ahead' : markOf(path.votedOn, NO_VOTE_DAY)
  const reached = path.chain === 'awaited' ? 'ahead' : markOf(path.reachedOn, NO_CHAIN_DAY)

  const steps: PipelineStep[] = []
  const add = (kind: PipelineStepKind, from: Mark, to: Mark) =>
    steps.push({
      kind,
      from: dayOf(from),
      to: dayOf(to),
      length: lengthOf(from, to, today),
    })

  if (aep.status === 'Draft') add('draft', created, 'ahead')
  else if (aep.status !== 'other' && wasDraft) add('draft', created, markOfRun(outOfDraft))
  if (review !== undefined) {
    const isOver = aep.status === 'Final'
    if (isOver || aep.status === 'Last Call' || aep.status === 'Accepted')
      add('review', markOfRun(review), isOver ? markOfRun(final) : 'ahead')
  }
  if (path.vote !== 'none') add('to-vote', created, voted)
  if (path.vote === 'passed' && path.chain !== 'none') add('to-upgrade', voted, reached)
  if (path.chain !== 'none') add('whole', created, reached)
  return steps
}

const NO_VOTE_DAY = 'The day on which the vote ended is not on record.'

const NO_CHAIN_DAY = 'The day on which the chain got it is not on record.'

function markOf(day: Day | undefined, missing: string): Mark {
  return day === undefined ? { missing } : { day }
}

function markOfRun(run: StatusRun | undefined): Mark {
  if (run === undefined) return { missing: 'The history of its status does not tell.' }
  return run.isAtLatest ? { missing: NOT_ON_RECORD } : { day: run.since }
}

function dayOf(mark: Mark): Day | undefined {
  return mark !== 'ahead' && 'day' in mark ? mark.day : undefined
}

function lengthOf(from: Mark, to: Mark, today: Day): StepLength {
  if (from === 'ahead') return { kind: 'unknown', reason: 'It has not begun.' }
  if ('missing' in from) return { kind: 'unknown', reason: from.missing }
  if (to !== 'ahead' && 'missing' in to) return { kind: 'unknown', reason: to.missing }
  const end = to === 'ahead' ? today : to.day
  const days = countDaysBetween(from.day, end)
  if (days < 0) {
    const reason = `It would have ended on ${end}, before it began on ${from.day}.`
    return { kind: 'unknown', reason }
  }
  return { kind: to === 'ahead' ? 'running' : 'known', days }
}
