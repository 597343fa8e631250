import type { Aep } from '../../registry/aep.ts'
import { nameAeps } from '../changes/name-aeps.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { formatNumbers } from './format-numbers.ts'

/** It is Final, and requires one whose document is on its way still. */
export const findUnfinishedRequirements: FindingRule = ({ aeps, aepOf }) =>
  aeps.flatMap((aep) => {
    if (aep.status !== 'Final') return []
    const unfinished = [...new Set(aep.requires)].flatMap((number) => {
      const required = number === aep.number ? undefined : aepOf(number)
      return required !== undefined && isUnfinished(required) ? required : []
    })
    if (unfinished.length === 0) return []
    const shown = unfinished.slice(0, SHOWN)
    const reasons = (['Draft', 'Last Call', 'Accepted'] as const).flatMap((status) => {
      const numbers = unfinished.filter((one) => one.status === status).map(({ number }) => number)
      return numbers.length === 0 ? [] : `${nameAeps(numbers)} (${status})`
    })
    return {
      aep: aep.number,
      kind: 'requires-unfinished',
      explanation: `AEP-${aep.number} is Final and requires ${reasons.join(', ')}.`,
      lines: [
        documentLine(aep.number, 'status', aep.statusRaw),
        documentLine(aep.number, 'requires', formatNumbers(aep.requires)),
        ...shown.map(({ number, statusRaw }) => documentLine(number, 'status', statusRaw)),
      ],
      since: aep.history.findLast(({ field }) => field === 'status')?.date,
    }
  })

/** Required ones whose lines are shown; a hostile document may name any number. */
const SHOWN = 8

function isUnfinished({ status }: Aep): boolean {
  return status === 'Draft' || status === 'Last Call' || status === 'Accepted'
}
