import { formatCount } from '../../format-integer.ts'
import { countDaysBetween, parseDay } from '../../registry/day.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** The day for which it was estimated is past, and its document gives no day of completion. */
export const findOverdueEstimates: FindingRule = ({ aeps, today }) =>
  aeps.flatMap((aep) => {
    const { estimatedCompletion: raw, completed } = aep
    const estimate = raw === undefined ? undefined : parseDay(raw)
    if (raw === undefined || estimate === undefined || estimate >= today) return []
    if (completed !== undefined && parseDay(completed) !== undefined) return []
    return {
      aep: aep.number,
      kind: 'estimate-overdue',
      explanation: `The document of AEP-${aep.number} estimates completion for ${estimate}, ${formatCount(countDaysBetween(estimate, today), 'day')} before ${today}, and gives no day of completion.`,
      lines: [documentLine(aep.number, 'estimated-completion', raw)],
      since: estimate,
    }
  })
