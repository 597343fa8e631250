import type { Figure } from '../../domain/figure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount, formatInteger } from '../../domain/format-integer.ts'
import type { MarketList, SkippedRecord } from '../../domain/market/market.ts'
import { HostileText } from '../text/HostileText.tsx'

export interface MarketProgressProps {
  /** What is in the list, in the plural and in small letters: `closed leases`. */
  readonly label: string
  readonly list: Figure<MarketList<unknown>>
}

/** What of a list is not there: still being read, skipped, or not to be had. Nothing where all of it is. */
export function MarketProgress({ label, list }: MarketProgressProps) {
  if (list.kind === 'loading') return <Line role="status">The {label} are being read.</Line>
  if (list.kind === 'failed') {
    return (
      <Line role="alert">
        The {label} could not be read. {sanitizeChainText(list.failure.sentence)}
      </Line>
    )
  }
  const { items, isComplete, skipped, failure } = list.value
  return (
    <>
      {failure !== undefined && (
        <Line role="alert">
          Of the {label} only {formatInteger(items.length)} could be read, so figures of them are
          less than there is. {sanitizeChainText(failure.sentence)}
        </Line>
      )}
      {failure === undefined && !isComplete && (
        <Line role="status">
          The {label} are being read: {formatInteger(items.length)} so far.
        </Line>
      )}
      {skipped.length > 0 && <SkippedNote skipped={skipped} />}
    </>
  )
}

function SkippedNote({ skipped }: { readonly skipped: readonly SkippedRecord[] }) {
  return (
    <details className="text-s text-warn">
      <summary className="min-h-6">
        {formatCount(skipped.length, 'record')} could not be read and{' '}
        {skipped.length === 1 ? 'is' : 'are'} left out
      </summary>
      <ul className="ms-5 list-disc text-ink-2">
        {skipped.map(({ list, name, reason }) => (
          <li key={`${list} ${name}`}>
            In {list}: <HostileText text={name} /> — <HostileText text={reason} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Line({
  role,
  children,
}: {
  readonly role: 'status' | 'alert'
  readonly children: React.ReactNode
}) {
  return (
    <p role={role} className={role === 'alert' ? 'text-s text-warn' : 'text-s text-ink-2'}>
      {children}
    </p>
  )
}
