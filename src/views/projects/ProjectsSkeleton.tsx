import { Lede } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The board's own shape while the record is on its way. */
export function ProjectsSkeleton() {
  return (
    <>
      <Lede>
        <Skeleton label="the projects" lines={2} />
      </Lede>
      <div aria-hidden="true" className="mt-40 grid gap-x-5 gap-y-8 sm:grid-cols-3 lg:grid-cols-6">
        {[3, 3, 12, 6, 12, 6].map((lines, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are all alike
          <Skeleton key={column} lines={lines} />
        ))}
      </div>
    </>
  )
}
