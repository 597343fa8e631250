import { PlainLink } from '../controls/PlainLink.tsx'
import { usePageLinks } from '../text/page-links.ts'
import { PlanName } from '../upgrade/PlanName.tsx'

/** A plan's name, leading to its page where an address can carry it. */
export function UpgradeNameLink({
  name,
  limit = 60,
}: {
  readonly name: string
  readonly limit?: number
}) {
  const links = usePageLinks()
  const href = links?.upgradeHref(name)
  const text = <PlanName name={name} limit={limit} />
  return href === undefined ? (
    text
  ) : (
    <PlainLink href={href} onFollow={links?.onFollow}>
      {text}
    </PlainLink>
  )
}
