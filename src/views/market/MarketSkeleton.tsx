import type { ReactNode } from 'react'
import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'
import { SteadyLede } from '../../ui/market/SteadyLede.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

const LABELS = [
  'Active leases',
  'GPUs leased',
  'Run-rate a day',
  'Providers with leases',
  'Tenants',
  'CPU leased',
  'Memory leased',
  'Storage leased',
]

/** The places of the sentence, the numbers and the first chart. */
export function MarketSkeleton({ note }: { readonly note?: ReactNode }) {
  return (
    <>
      <SteadyLede>
        <Skeleton lines={2} label="the market" />
      </SteadyLede>
      {note}
      <NumberTiles>
        {LABELS.map((label) => (
          <NumberTile key={label} label={label} note={<Skeleton widthClass="w-3/4" />}>
            <Skeleton widthClass="w-24" />
          </NumberTile>
        ))}
      </NumberTiles>
      <div className="mt-8 h-96 border-t border-rule-strong pt-2">
        <Skeleton lines={10} />
      </div>
    </>
  )
}
