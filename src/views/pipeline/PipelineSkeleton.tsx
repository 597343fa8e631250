import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The screen's own shape while documents and chain are being read. */
export function PipelineSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the pipeline" lines={2} />
      </Lede>
      <div aria-hidden="true" className="grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
        {Array.from({ length: 10 }, (_, index) => index).map((column) => (
          <Skeleton key={column} lines={12} />
        ))}
      </div>
    </>
  )
}
