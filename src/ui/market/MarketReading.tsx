import type { Figure } from '../../domain/figure.ts'
import { formatInteger } from '../../domain/format-integer.ts'
import type { MarketList } from '../../domain/market/market.ts'
import { MarketProgress } from './MarketProgress.tsx'

export interface MarketReadingProps {
  /** What each list has in it, in the plural and in small letters, and the list. */
  readonly lists: readonly (readonly [label: string, list: Figure<MarketList<unknown>>])[]
  readonly height: bigint
}

/**
 * How far several lists are read, in one line that is there from the first to the last page, so that nothing below it
 * moves; then what of them could not be had.
 */
export function MarketReading({ lists, height }: MarketReadingProps) {
  const underWay = lists.filter(([, list]) => isBeingRead(list))
  return (
    <div className="mb-5 text-s text-ink-2">
      <p role="status" className="min-h-[1lh] truncate">
        {underWay.length === 0
          ? `Read at height ${formatInteger(height)}.`
          : `These are being read: ${underWay.map(describe).join(', ')}.`}
      </p>
      {lists.map(
        ([label, list]) =>
          !isBeingRead(list) && <MarketProgress key={label} label={label} list={list} />,
      )}
    </div>
  )
}

/** Whether more of a list is to come. */
export function isBeingRead(list: Figure<MarketList<unknown>>): boolean {
  if (list.kind !== 'known') return list.kind === 'loading'
  return !list.value.isComplete && list.value.failure === undefined
}

function describe([label, list]: MarketReadingProps['lists'][number]): string {
  return list.kind === 'known' ? `${label} (${formatInteger(list.value.items.length)})` : label
}
