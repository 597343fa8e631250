import { classNames } from '../class-names.ts'
import { Skeleton } from '../state/Skeleton.tsx'

export interface RowsSkeletonProps {
  readonly rows: number
  /** A height utility, that of the rows to come: `h-[41px]`. */
  readonly heightClass: string
  /** A width utility of a narrow first column. @default there is none */
  readonly firstClass?: string
}

/** A table's own shape while its rows are on their way, so that nothing moves when they arrive. */
export function RowsSkeleton({ rows, heightClass, firstClass }: RowsSkeletonProps) {
  return (
    <div aria-hidden="true">
      <div className="h-8 border-b border-rule-strong" />
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are all alike
          key={row}
          className={classNames('flex items-center gap-6 border-b border-rule', heightClass)}
        >
          {firstClass !== undefined && (
            <span className={firstClass}>
              <Skeleton />
            </span>
          )}
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
