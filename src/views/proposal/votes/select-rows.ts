import type { KnownVoteOption, Vote } from '../../../domain/vote.ts'
import type { VotesFilter } from './votes-search.ts'

/** What lists are searched, filtered and sorted by. */
export interface RowKeys {
  /** Name, as it sorts. */
  readonly label: string
  /** Everything a search may find: name and addresses. */
  readonly texts: readonly string[]
  /** undefined: not known, which comes last in either direction. */
  readonly power: bigint | undefined
  /** undefined: has not voted, so no filter by option applies. */
  readonly vote: Vote | undefined
}

/** The rows a filter leaves, in its order. Equal ones stay in the order of their names. */
export function selectRows<Row>(
  rows: readonly Row[],
  filter: Pick<VotesFilter, 'options' | 'voter' | 'sort' | 'isAscending'>,
  keysOf: (row: Row) => RowKeys,
): readonly Row[] {
  const text = filter.voter.trim().toLowerCase()
  const direction = filter.isAscending ? 1 : -1
  return rows
    .map((row) => ({ row, keys: keysOf(row) }))
    .filter(({ keys }) => matchesText(keys, text) && matchesOption(keys.vote, filter.options))
    .sort((a, b) => {
      if (filter.sort === 'label') return direction * compareLabels(a.keys, b.keys)
      return comparePowers(a.keys.power, b.keys.power, direction) || compareLabels(a.keys, b.keys)
    })
    .map(({ row }) => row)
}

function matchesText({ texts }: RowKeys, text: string): boolean {
  return text === '' || texts.some((each) => each.toLowerCase().includes(text))
}

function matchesOption(vote: Vote | undefined, options: readonly KnownVoteOption[]): boolean {
  if (options.length === 0 || vote === undefined) return true
  return vote.options.some(({ option }) => typeof option !== 'number' && options.includes(option))
}

const LABELS = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function compareLabels(a: RowKeys, b: RowKeys): number {
  return LABELS.compare(a.label, b.label)
}

function comparePowers(a: bigint | undefined, b: bigint | undefined, direction: number): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -direction : direction
}
