import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

const ROWS = Array.from({ length: 14 }, (_, index) => index)

/** The list's own shape while it is on its way. */
export function AepsSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the AEPs" lines={3} />
      </Lede>
      <div aria-hidden="true">
        <div className="mb-3 h-[74px] max-sm:h-60" />
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
    </>
  )
}
