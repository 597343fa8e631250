import { formatCount } from '../../format-integer.ts'
import { countDaysBetween } from '../../registry/day.ts'
import { listStatusRuns } from '../changes/status-runs.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** Its document said Final before the day on which the chain first had it, by the history of the status field. */
export const findFinalBeforeShipping: FindingRule = ({ aeps, arrivalsOf }) =>
  aeps.flatMap((aep) => {
    const [first] = arrivalsOf(aep.number)
    const day = first?.day
    if (first === undefined || day === undefined) return []
    const eve = listStatusRuns(aep).findLast(({ since }) => since < day)
    if (eve?.status !== 'Final') return []
    const days = formatCount(countDaysBetween(eve.since, day), 'day')
    const since = eve.isAtLatest
      ? `said Final on ${eve.since} at the latest, at least ${days}`
      : `said Final from ${eve.since}, ${days}`
    return {
      aep: aep.number,
      kind: 'final-before-shipping',
      explanation: `The document of AEP-${aep.number} ${since} before ${first.tell('it')}.`,
      lines: [documentLine(aep.number, 'status', `${eve.raw}, from ${eve.since}`), first.line],
      since: eve.since,
    }
  })
