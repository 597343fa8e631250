import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { RowsSkeleton } from '../../ui/table/RowsSkeleton.tsx'

/** The list's own shape while the record is on its way. */
export function SigsSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the groups" lines={2} />
      </Lede>
      <div aria-hidden="true" className="mb-3 h-[74px] max-sm:h-60" />
      <RowsSkeleton rows={10} heightClass="h-[75px]" />
    </>
  )
}
