import type { ReactNode } from 'react'
import { PlainLink } from '../controls/PlainLink.tsx'
import { Kicker, Lede, PageTitle } from '../page/Heading.tsx'
import { useDocumentTitle } from '../page/use-document-title.ts'
import { usePageLinks } from '../text/page-links.ts'
import { MarketTabs } from './MarketTabs.tsx'

/** Where the address of a page names no account of this chain. */
export function NoHolder({
  as,
  title,
  children,
}: {
  readonly as: 'provider' | 'tenant'
  readonly title: string
  readonly children: ReactNode
}) {
  useDocumentTitle(title)
  const links = usePageLinks()
  return (
    <>
      <Kicker>{as === 'provider' ? 'Provider' : 'Tenant'}</Kicker>
      <PageTitle>{title}</PageTitle>
      <MarketTabs current={undefined} />
      <Lede>{children}</Lede>
      {links !== undefined && (
        <PlainLink
          href={links.screenHref(as === 'provider' ? '/market/providers' : '/market/leases')}
          onFollow={links.onFollow}
        >
          {as === 'provider' ? 'All providers' : 'All leases'}
        </PlainLink>
      )}
    </>
  )
}
