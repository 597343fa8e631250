import { PlainLink } from '../controls/PlainLink.tsx'
import { usePageLinks } from '../text/page-links.ts'

/** `proposal 328`, leading to its page. */
export function ProposalNumberLink({
  id,
  form = 'word',
}: {
  readonly id: bigint
  /** `sign` is `#328`. @default 'word' */
  readonly form?: 'word' | 'sign'
}) {
  const links = usePageLinks()
  const text = form === 'sign' ? `#${id}` : `proposal ${id}`
  return links === undefined ? (
    text
  ) : (
    <PlainLink href={links.proposalHref(id)} onFollow={links.onFollow}>
      <span className="whitespace-nowrap">
        {form === 'sign' && <span className="sr-only">Proposal </span>}
        {text}
      </span>
    </PlainLink>
  )
}
