import { NumberTile, NumberTiles } from '../../ui/market/NumberTile.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The places of the numbers of the market. */
export function MarketNowSkeleton() {
  return (
    <NumberTiles>
      {['Active leases', 'GPUs leased', 'Run-rate a day'].map((label) => (
        <NumberTile key={label} label={label} note={<Skeleton widthClass="w-32" />}>
          <Skeleton widthClass="w-20" />
        </NumberTile>
      ))}
    </NumberTiles>
  )
}
