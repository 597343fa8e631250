import { formatCount } from '../../format-integer.ts'
import { countDaysBetween, parseDay } from '../../registry/day.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** Days between a document's date of completion and the chain that are put down to a week's delay. */
export const COMPLETION_SLACK_DAYS = 7

/** Its day of completion is more than a week from every day on which the chain got it, as far as those are known. */
export const findCompletedFarFromDelivery: FindingRule = ({ aeps, arrivalsOf }) =>
  aeps.flatMap((aep) => {
    const completed = aep.completed === undefined ? undefined : parseDay(aep.completed)
    const arrivals = arrivalsOf(aep.number)
    if (aep.completed === undefined || completed === undefined) return []
    const distances = arrivals.flatMap((arrival) =>
      arrival.day === undefined
        ? []
        : { arrival, day: arrival.day, days: countDaysBetween(completed, arrival.day) },
    )
    // The upgrade whose day is not on record may be the one that the document means.
    if (distances.length < arrivals.length) return []
    distances.sort((a, b) => Math.abs(a.days) - Math.abs(b.days))
    const [nearest] = distances
    if (nearest === undefined || Math.abs(nearest.days) <= COMPLETION_SLACK_DAYS) return []
    const { arrival, day, days } = nearest
    const distance = `${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'}`
    return {
      aep: aep.number,
      kind: 'completed-far-from-delivery',
      explanation: `The document of AEP-${aep.number} gives ${completed} as the day of completion, ${distance} ${arrival.tell('it')}.`,
      lines: [documentLine(aep.number, 'completed', aep.completed), arrival.line],
      since: days > 0 ? day : completed,
    }
  })
