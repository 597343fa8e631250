import { Skeleton } from '../../ui/state/Skeleton.tsx'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The table's own shape while its rows are on their way. */
export function AepRowsSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="h-8 border-b border-rule-strong" />
      {ROWS.map((row) => (
        <div key={row} className="flex h-[55px] items-center gap-6 border-b border-rule">
          <span className="w-10">
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
  )
}
