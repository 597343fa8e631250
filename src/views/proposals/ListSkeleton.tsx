import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { RowsSkeleton } from '../../ui/table/RowsSkeleton.tsx'

/** The list's own shape while it is being read, so that nothing moves when it arrives. */
export function ListSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the proposals" widthClass="w-4/5" />
      </Lede>
      <div aria-hidden="true" className="mb-4 h-8" />
      <RowsSkeleton rows={14} heightClass="h-[62px]" firstClass="w-10" />
    </>
  )
}
