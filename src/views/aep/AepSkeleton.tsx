import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The page's own shape while the registry is on its way. */
export function AepSkeleton() {
  return (
    <>
      <Kicker>AEP</Kicker>
      <PageTitle>
        <Skeleton widthClass="w-3/5" />
      </PageTitle>
      <Lede>
        <Skeleton label="the AEP" widthClass="w-4/5" />
      </Lede>
      <div className="h-20 max-w-2xl rounded-m border border-rule" />
      <div className="mt-10">
        <Skeleton lines={8} />
      </div>
    </>
  )
}
