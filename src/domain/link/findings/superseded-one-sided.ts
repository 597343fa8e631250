import { nameAeps } from '../changes/name-aeps.ts'
import type { Finding, FindingLine } from '../finding.ts'
import type { FindingRule } from './docket.ts'
import { documentLine } from './document-line.ts'
import { formatNumbers } from './format-numbers.ts'
import { listSupersessions, type Supersession } from './supersessions.ts'

/** Pairs whose lines are shown; a hostile document may name any number. */
const SHOWN = 6

/**
 * Of two documents one says that the newer takes the older one's place, and the other does not. Both get the finding.
 * That both must say it is akash-network/AEP `spec/aep-1/README.md`, "`superseded-by` and `replaces` headers".
 */
export const findOneSidedSupersessions: FindingRule = (docket) => {
  const pairsOf = new Map<number, Supersession[]>()
  for (const pair of listSupersessions(docket)) {
    if (pair.saidByNewer !== undefined && pair.isSaidByOlder) continue
    for (const { number } of [pair.newer, pair.older]) {
      const pairs = pairsOf.get(number)
      if (pairs === undefined) pairsOf.set(number, [pair])
      else pairs.push(pair)
    }
  }
  return [...pairsOf].map(
    ([aep, pairs]): Finding => ({
      aep,
      kind: 'superseded-one-sided',
      explanation: explain(aep, pairs),
      lines: distinct(pairs.slice(0, SHOWN).flatMap(linesOf)),
    }),
  )
}

/** A document that names several stands there once. */
function distinct(lines: readonly FindingLine[]): readonly FindingLine[] {
  return [...new Map(lines.map((line) => [line.statement, line])).values()]
}

function explain(aep: number, pairs: readonly Supersession[]): string {
  const self = `AEP-${aep}`
  const olders = pairs.filter(({ newer }) => newer.number === aep).map(toOlder)
  const newers = pairs.filter(({ older }) => older.number === aep).map(toNewer)
  return [
    sentence(
      olders.filter(({ isSaid }) => isSaid),
      (others) => [`${self} says that it supersedes ${others}`, others],
    ),
    sentence(
      olders.filter(({ isSaid }) => !isSaid),
      (others, isOne) => [
        isOne
          ? `${others} says that ${self} supersedes it`
          : `${others} say that ${self} supersedes them`,
        self,
      ],
    ),
    sentence(
      newers.filter(({ isSaid }) => isSaid),
      (others, isOne) => [
        isOne
          ? `${others} says that it supersedes ${self}`
          : `${others} say that they supersede ${self}`,
        self,
      ],
    ),
    sentence(
      newers.filter(({ isSaid }) => !isSaid),
      (others, isOne) => [
        `${self} says that ${others} ${isOne ? 'supersedes' : 'supersede'} it`,
        others,
      ],
    ),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

interface Other {
  readonly number: number
  /** Whether the newer document says it; else the older one does. */
  readonly isSaid: boolean
}

const toOlder = ({ older, saidByNewer }: Supersession): Other => ({
  number: older.number,
  isSaid: saidByNewer !== undefined,
})

const toNewer = ({ newer, saidByNewer }: Supersession): Other => ({
  number: newer.number,
  isSaid: saidByNewer !== undefined,
})

/** @param tell what is said, and the names of those whose documents are silent about it */
function sentence(
  others: readonly Other[],
  tell: (others: string, isOne: boolean) => readonly [claim: string, silent: string],
): string {
  if (others.length === 0) return ''
  const [claim, silent] = tell(nameAeps(others.map(({ number }) => number)), others.length === 1)
  return `${claim}; nothing in the frontmatter of ${silent} says so.`
}

function linesOf({ newer, older, saidByNewer }: Supersession): readonly FindingLine[] {
  const given = (numbers: readonly number[]) =>
    numbers.length === 0 ? '(not given)' : formatNumbers(numbers)
  const newerField = saidByNewer ?? 'replaces'
  const lines = [
    documentLine(newer.number, newerField, given(newer[newerField])),
    documentLine(older.number, 'superseded-by', given(older.supersededBy)),
  ]
  return saidByNewer === undefined ? lines.reverse() : lines
}
