import { PlainLink } from '../controls/PlainLink.tsx'
import { HostileText } from '../text/HostileText.tsx'
import { usePageLinks } from '../text/page-links.ts'

/** A group's id, leading to its page. It may be one that a stranger's text made up. */
export function GroupLink({ id }: { readonly id: string }) {
  const links = usePageLinks()
  const text = <HostileText text={id} limit={40} isCutSilently />
  return links === undefined ? (
    text
  ) : (
    <PlainLink href={links.groupHref(id)} onFollow={links.onFollow}>
      {text}
    </PlainLink>
  )
}
