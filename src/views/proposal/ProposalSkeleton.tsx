import { Kicker } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** The page's own shape while it is being read, so that nothing moves when it arrives. */
export function ProposalSkeleton({ id }: { readonly id: bigint }) {
  return (
    <div>
      <Kicker>Proposal {id.toString()}</Kicker>
      <h1 className="text-xl sm:text-2xl">
        <Skeleton label={`proposal ${id}`} widthClass="w-3/5" />
      </h1>
      <div className="mt-3 mb-6 max-w-measure text-l">
        <Skeleton lines={2} />
      </div>
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div>
          <Skeleton lines={9} />
          <div className="mt-8">
            <Skeleton lines={6} />
          </div>
        </div>
        <div className="mt-8 lg:mt-0">
          <Skeleton lines={10} />
        </div>
      </div>
    </div>
  )
}
