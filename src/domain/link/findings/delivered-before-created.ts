import { formatCount } from '../../format-integer.ts'
import { countDaysBetween, parseDay } from '../../registry/day.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** The chain had it before the day on which its document says it was written. */
export const findDeliveredBeforeCreated: FindingRule = ({ aeps, arrivalsOf }) =>
  aeps.flatMap((aep) => {
    const created = aep.created === undefined ? undefined : parseDay(aep.created)
    if (aep.created === undefined || created === undefined) return []
    const early = arrivalsOf(aep.number).filter(({ day }) => day !== undefined && day < created)
    const [first] = early
    if (first?.day === undefined) return []
    const days = formatCount(countDaysBetween(first.day, created), 'day')
    return {
      aep: aep.number,
      kind: 'delivered-before-created',
      explanation: `The document of AEP-${aep.number} says that it was created on ${created}, ${days} after ${first.tell('it')}.`,
      lines: [documentLine(aep.number, 'created', aep.created), ...early.map(({ line }) => line)],
      since: created,
    }
  })
