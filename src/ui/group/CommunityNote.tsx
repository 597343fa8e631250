import type { Registry } from '../../domain/registry/registry.ts'
import { ExternalLink } from '../text/ExternalLink.tsx'

const REPOSITORY = 'https://github.com/akash-network/community'

/** As of when the community's own pages are known. */
export function CommunityNote({ snapshot }: { readonly snapshot: Registry['communitySnapshot'] }) {
  return (
    <>
      Groups, minutes and projects as of <time dateTime={snapshot.day}>{snapshot.day}</time>, from{' '}
      <ExternalLink url={`${REPOSITORY}/tree/${snapshot.commit}`}>
        {`akash-network/community at ${snapshot.commit}`}
      </ExternalLink>
      .
    </>
  )
}
