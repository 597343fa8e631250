import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { Skeleton } from '../../ui/state/Skeleton.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'

/** The page's own shape while the record is on its way. */
export function SigSkeleton({ id }: { readonly id: string }) {
  return (
    <>
      <Kicker>Group</Kicker>
      <PageTitle>
        <HostileText text={id} limit={80} isCutSilently />
      </PageTitle>
      <Lede>
        <Skeleton label="the group" lines={2} />
      </Lede>
      <Skeleton lines={12} />
    </>
  )
}
