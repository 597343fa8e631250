import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { AepRowsSkeleton } from './AepRowsSkeleton.tsx'

/** The list's own shape while it is on its way. */
export function AepsSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the AEPs" lines={3} />
      </Lede>
      <div aria-hidden="true" className="mb-3 h-[74px] max-sm:h-60" />
      <AepRowsSkeleton />
    </>
  )
}
