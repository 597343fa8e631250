import type { ReactNode } from 'react'
import { Skeleton } from '../state/Skeleton.tsx'
import { RowsSkeleton } from '../table/RowsSkeleton.tsx'
import { SteadyLede } from './SteadyLede.tsx'

export interface MarketTableSkeletonProps {
  /** What is on its way. */
  readonly label: string
  /** Room for filters above the table. @default false */
  readonly hasToolbar?: boolean
  /** How far it is. */
  readonly note?: ReactNode
}

/** A sentence and a table of the market while they are being read, so that nothing moves when they arrive. */
export function MarketTableSkeleton({ label, hasToolbar = false, note }: MarketTableSkeletonProps) {
  return (
    <>
      <SteadyLede>
        <Skeleton label={label} lines={2} />
      </SteadyLede>
      {note}
      {hasToolbar && <div aria-hidden="true" className="mb-4 h-18 max-sm:h-80" />}
      <RowsSkeleton rows={16} heightClass="h-[41px]" firstClass="w-32" />
    </>
  )
}
