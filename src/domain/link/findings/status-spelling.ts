import { isUsualSpelling } from '../../registry/editorial-status.ts'
import { shortChainText } from '../../upgrades/short-chain-text.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** Its document writes its status in a way that hardly another does. */
export const findUnusualStatuses: FindingRule = ({ aeps }) =>
  aeps.flatMap((aep) => {
    if (isUsualSpelling(aep.statusRaw)) return []
    const since = aep.history.findLast(
      ({ field, value }) => field === 'status' && value === aep.statusRaw,
    )?.date
    return {
      aep: aep.number,
      kind: 'status-spelling',
      explanation: `The document of AEP-${aep.number} writes its status as “${shortChainText(aep.statusRaw, 40)}”, which others write ${aep.status}.`,
      lines: [documentLine(aep.number, 'status', aep.statusRaw)],
      since,
    }
  })
