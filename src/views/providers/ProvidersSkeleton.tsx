import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The places of the sentence and the table. */
export function ProvidersSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton lines={2} label="the providers" />
      </Lede>
      <div className="h-8" />
      <div className="mt-8">
        <Skeleton lines={24} />
      </div>
    </>
  )
}
