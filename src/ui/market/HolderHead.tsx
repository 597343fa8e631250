import { shortenAddress } from '../../domain/format-shortened.ts'
import { Kicker, PageTitle } from '../page/Heading.tsx'
import { useDocumentTitle } from '../page/use-document-title.ts'
import { MarketTabs } from './MarketTabs.tsx'

/** What stands above the page of a provider or a tenant: which of both, and its address. */
export function HolderHead({
  as,
  address,
}: {
  readonly as: 'provider' | 'tenant'
  readonly address: string
}) {
  const kind = as === 'provider' ? 'Provider' : 'Tenant'
  const title = shortenAddress(address)
  useDocumentTitle(`${kind} ${title}`)
  return (
    <>
      <Kicker>{kind}</Kicker>
      <PageTitle>
        <bdi dir="ltr" title={address} className="chain-text">
          {title}
        </bdi>
      </PageTitle>
      <MarketTabs current={undefined} />
    </>
  )
}
