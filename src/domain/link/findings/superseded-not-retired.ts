import { nameAeps } from '../changes/name-aeps.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { formatNumbers } from './format-numbers.ts'
import { listSupersessions, type Supersession } from './supersessions.ts'

/** Newer ones whose lines are shown. */
const SHOWN = 4

/**
 * What took its place is Final, and its own document still says Draft, Last Call, Accepted or Final instead of
 * Superseded (status of akash-network/AEP `spec/aep-1/README.md`). While the newer one is not Final nothing is said.
 */
export const findUnretiredSuperseded: FindingRule = (docket) => {
  const pairsOf = new Map<number, Supersession[]>()
  for (const pair of listSupersessions(docket)) {
    if (pair.newer.status !== 'Final' || pair.older.status === 'other') continue
    const pairs = pairsOf.get(pair.older.number)
    if (pairs === undefined) pairsOf.set(pair.older.number, [pair])
    else pairs.push(pair)
  }
  return [...pairsOf.values()].flatMap((pairs) => {
    const [first] = pairs
    if (first === undefined) return []
    const { number, status, statusRaw, supersededBy } = first.older
    const newers = nameAeps(pairs.map(({ newer }) => newer.number))
    const verb = pairs.length === 1 ? 'supersedes it, is' : 'supersede it, are'
    return {
      aep: number,
      kind: 'superseded-not-retired',
      explanation: `The document of AEP-${number} says ${status} and not Superseded, although ${newers}, which ${verb} Final.`,
      lines: [
        documentLine(number, 'status', statusRaw),
        ...pairs
          .slice(0, SHOWN)
          .map(({ newer, saidByNewer }) =>
            saidByNewer === undefined
              ? documentLine(number, 'superseded-by', formatNumbers(supersededBy))
              : documentLine(newer.number, saidByNewer, formatNumbers(newer[saidByNewer])),
          ),
      ],
    }
  })
}
