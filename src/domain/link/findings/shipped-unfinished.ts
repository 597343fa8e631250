import type { FindingKind } from '../finding.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'

/** An upgrade or a launch brought it, and its document never reached Final. */
function shippedWhile(kind: FindingKind, status: 'Draft' | 'Last Call'): FindingRule {
  return ({ aeps, arrivalsOf }) =>
    aeps.flatMap((aep) => {
      if (aep.status !== status) return []
      const shipped = arrivalsOf(aep.number).filter(({ way }) => way !== 'messages')
      const [first] = shipped
      if (first === undefined) return []
      return {
        aep: aep.number,
        kind,
        explanation: `The document of AEP-${aep.number} still says ${status}, although ${first.tell('it')}.`,
        lines: [
          documentLine(aep.number, 'status', aep.statusRaw),
          ...shipped.map(({ line }) => line),
        ],
        since: first.day,
      }
    })
}

/** Delivered, and the document still says Draft. */
export const findShippedWhileDraft = shippedWhile('shipped-while-draft', 'Draft')

/** Delivered, and the document still says Last Call. */
export const findShippedWhileLastCall = shippedWhile('shipped-while-last-call', 'Last Call')
