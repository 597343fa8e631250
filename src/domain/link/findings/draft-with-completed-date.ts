import { parseDay } from '../../registry/day.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** Its document says Draft and that it was completed. */
export const findDraftsWithCompletedDate: FindingRule = ({ aeps }) =>
  aeps.flatMap((aep) => {
    const completed = aep.completed === undefined ? undefined : parseDay(aep.completed)
    if (aep.status !== 'Draft' || aep.completed === undefined || completed === undefined) return []
    return {
      aep: aep.number,
      kind: 'draft-with-completed-date',
      explanation: `The document of AEP-${aep.number} says Draft, and gives ${completed} as the day of completion.`,
      lines: [
        documentLine(aep.number, 'status', aep.statusRaw),
        documentLine(aep.number, 'completed', aep.completed),
      ],
      since: completed,
    }
  })
