import { formatCount } from '../../format-integer.ts'
import { countDaysBetween, parseDay } from '../../registry/day.ts'
import { COMPLETION_SLACK_DAYS } from './completed-far-from-delivery.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { findNamedResolution } from './named-resolution.ts'

/**
 * Nothing delivered it, its resolution is a spend that passed, and its day of completion is more than a week after
 * that vote. A spend that the document does not name as its resolution settles no day, for those are paid before and
 * after the work.
 */
export const findCompletedFarFromFunding: FindingRule = (docket) =>
  docket.aeps.flatMap((aep) => {
    const completed = aep.completed === undefined ? undefined : parseDay(aep.completed)
    if (aep.completed === undefined || completed === undefined) return []
    if (docket.arrivalsOf(aep.number).length > 0) return []
    const target = findNamedResolution(docket, aep.number)?.target
    if (target?.kind !== 'proposal' || target.action !== 'spend') return []
    const { proposalId, standing, votingEndedOn } = target
    if (standing !== 'passed' || votingEndedOn === undefined) return []
    const days = countDaysBetween(votingEndedOn, completed)
    if (days <= COMPLETION_SLACK_DAYS) return []
    return {
      aep: aep.number,
      kind: 'completed-far-from-funding',
      explanation: `The document of AEP-${aep.number} gives ${completed} as the day of completion, ${formatCount(days, 'day')} after its resolution, proposal ${proposalId}, passed on ${votingEndedOn} and funded it; nothing that delivers it was found on the chain.`,
      lines: [
        documentLine(aep.number, 'completed', aep.completed),
        {
          statement: `Proposal ${proposalId} passed on ${votingEndedOn}.`,
          where: { kind: 'proposal', id: proposalId },
        },
      ],
      since: completed,
    }
  })
