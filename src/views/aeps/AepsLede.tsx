import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { type DeliveryKind, STATUSES } from './aep-filter.ts'
import type { AepRow } from './aep-row.ts'
import type { AepsSearch } from './pick-aeps-search.ts'

/** What became of those that came to the chain, in words that follow a number. */
const WAYS: readonly (readonly [DeliveryKind, string])[] = [
  ['delivered', 'by an upgrade'],
  ['delivered-at-genesis', 'at the launch of a chain'],
  ['delivered-by-messages', 'by messages of proposals'],
  ['removed', 'removed since'],
]

const AHEAD: readonly (readonly [DeliveryKind, string])[] = [
  ['scheduled', 'scheduled'],
  ['in-vote', 'in vote'],
]

/** The sentence first: how many there are, how many of them came to the chain, and where the two disagree. */
export function AepsLede({
  rows,
  isChainRead,
  isWhole,
}: {
  readonly rows: readonly AepRow[]
  readonly isChainRead: boolean
  /** Nothing of it is unread. */
  readonly isWhole: boolean
}) {
  const documents = rows.filter(({ origin }) => origin.kind === 'document')
  const statuses = STATUSES.flatMap((status) => {
    const count = documents.filter(
      ({ origin }) => origin.kind === 'document' && origin.aep.status === status,
    ).length
    return count === 0 ? [] : [`${formatInteger(count)} ${status === 'other' ? 'other' : status}`]
  })
  return (
    <Lede>
      <b>{formatCount(documents.length, 'AEP')}</b>
      {statuses.length > 0 && `, ${joinWords(statuses)} by their own word`}.{' '}
      <span className="block min-h-[3lh] max-sm:min-h-[6lh]">
        {isChainRead ? (
          <ChainSentences rows={rows} isWhole={isWhole} />
        ) : (
          <Skeleton lines={2} label="what the chain shows of them" />
        )}
      </span>
    </Lede>
  )
}

function ChainSentences({
  rows,
  isWhole,
}: {
  readonly rows: readonly AepRow[]
  readonly isWhole: boolean
}) {
  const counts = new Map<DeliveryKind, number>()
  for (const { delivery } of rows) {
    if (delivery !== undefined) counts.set(delivery.kind, (counts.get(delivery.kind) ?? 0) + 1)
  }
  const partsOf = (kinds: typeof WAYS) =>
    kinds.flatMap(([kind, words]) => {
      const count = counts.get(kind) ?? 0
      return count === 0 ? [] : [{ kind, count, words }]
    })
  const ways = partsOf(WAYS)
  const ahead = partsOf(AHEAD)
  const disagreeing = rows.filter(({ findings }) => findings.length > 0).length
  const came = ways.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <b>{came === 0 ? 'None came to the chain' : `${formatInteger(came)} came to the chain`}</b>
      {ways.length > 0 && ': '}
      <Parts parts={ways} />
      {ahead.length > 0 && '; '}
      <Parts parts={ahead} />
      {!isWhole && ', as far as the chain is read'}.{' '}
      {disagreeing > 0 && (
        <>
          On <CountLink search={{ finding: 'any' }}>{formatCount(disagreeing, 'AEP')}</CountLink>{' '}
          documents and chain, or documents among themselves,{' '}
          <Link to="/aeps/findings" search={{}}>
            disagree
          </Link>
          .
        </>
      )}
    </>
  )
}

function Parts({
  parts,
}: {
  readonly parts: readonly {
    readonly kind: DeliveryKind
    readonly count: number
    readonly words: string
  }[]
}) {
  return parts.map(({ kind, count, words }, index) => (
    <span key={kind}>
      {index > 0 && (index === parts.length - 1 ? ' and ' : ', ')}
      <CountLink search={{ delivery: kind }}>
        {formatInteger(count)} {words}
      </CountLink>
    </span>
  ))
}

function CountLink({
  search,
  children,
}: {
  readonly search: AepsSearch
  readonly children: ReactNode
}) {
  return (
    <Link to="/aeps" search={search} resetScroll={false}>
      {children}
    </Link>
  )
}

function joinWords(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
