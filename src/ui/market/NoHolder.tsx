import type { ReactNode } from 'react'
import { PlainLink } from '../controls/PlainLink.tsx'
import { Kicker, Lede, PageTitle } from '../page/Heading.tsx'
import { useDocumentTitle } from '../page/use-document-title.ts'
import { usePageLinks } from '../text/page-links.ts'

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
      <Lede>{children}</Lede>
      {links !== undefined && (
        <PlainLink href={links.screenHref('/market/providers')} onFollow={links.onFollow}>
          All providers
        </PlainLink>
      )}
    </>
  )
}
