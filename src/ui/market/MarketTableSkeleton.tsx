import type { ReactNode } from 'react'
import { Skeleton } from '../state/Skeleton.tsx'
import { SteadyLede } from './SteadyLede.tsx'

export interface MarketTableSkeletonProps {
  /** What is on its way. */
  readonly label: string
  /** Room for filters above the table. @default false */
  readonly hasToolbar?: boolean
  /** How far it is. */
  readonly note?: ReactNode
}

const ROWS = Array.from({ length: 16 }, (_, index) => index)

/** A sentence and a table of the market while they are being read, so that nothing moves when they arrive. */
export function MarketTableSkeleton({ label, hasToolbar = false, note }: MarketTableSkeletonProps) {
  return (
    <>
      <SteadyLede>
        <Skeleton label={label} lines={2} />
      </SteadyLede>
      {note}
      <div aria-hidden="true">
        {hasToolbar && <div className="mb-4 h-18 max-sm:h-80" />}
        <div className="h-8 border-b border-rule-strong" />
        {ROWS.map((row) => (
          <div key={row} className="flex h-[41px] items-center gap-6 border-b border-rule">
            <span className="w-32">
              <Skeleton />
            </span>
            <span className="flex-1">
              <Skeleton widthClass={row % 3 === 0 ? 'w-3/5' : 'w-2/5'} />
            </span>
            <span className="w-28 max-sm:hidden">
              <Skeleton />
            </span>
          </div>
        ))}
      </div>
    </>
  )
}
