import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The list's own shape while it is being read, so that nothing moves when it arrives. */
export function ListSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the proposals" widthClass="w-4/5" />
      </Lede>
      <div aria-hidden="true">
        <div className="mb-4 h-8" />
        <div className="h-8 border-b border-rule-strong" />
        {ROWS.map((row) => (
          <div key={row} className="flex h-[62px] items-center gap-6 border-b border-rule">
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
    </>
  )
}
