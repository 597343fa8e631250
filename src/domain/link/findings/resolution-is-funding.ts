import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { findNamedResolution } from './named-resolution.ts'

/** A Standard's resolution is a spend of the community pool, which pays for work and changes nothing on the chain. */
export const findFundingResolutions: FindingRule = (docket) =>
  docket.aeps.flatMap((aep) => {
    const target = findNamedResolution(docket, aep.number)?.target
    if (aep.type !== 'Standard' || target?.kind !== 'proposal') return []
    const { proposalId, votingEndedOn, action } = target
    if (action !== 'spend') return []
    const [first] = docket.arrivalsOf(aep.number)
    const instead = first === undefined ? '' : `; ${first.tell('it')}`
    return {
      aep: aep.number,
      kind: 'resolution-is-funding',
      explanation: `AEP-${aep.number} is a Standard, and its resolution, proposal ${proposalId}, spends from the community pool and delivers nothing${instead}.`,
      lines: [
        documentLine(aep.number, 'resolution', aep.resolution ?? `proposal ${proposalId}`),
        {
          statement: `Proposal ${proposalId} is a spend of the community pool.`,
          where: { kind: 'proposal', id: proposalId },
        },
        ...(first === undefined ? [] : [first.line]),
      ],
      since: votingEndedOn,
    }
  })
