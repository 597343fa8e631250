import { getRouteApi } from '@tanstack/react-router'
import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { formatOtherChain } from '../../domain/search/other-chains.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import { NoHolder } from '../../ui/market/NoHolder.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { ProviderPage } from './ProviderPage.tsx'

const route = getRouteApi('/market/providers/$address')

/** `/market/providers/:address` */
export function ProviderView() {
  const { address: text } = route.useParams()
  const reading = parseAddress(text, ACCOUNT_PREFIX)
  switch (reading?.kind) {
    case 'account':
      return <ProviderPage key={reading.address} address={reading.address} />
    case 'malformed':
      return (
        <NoHolder as="provider" title="That is no whole address">
          {reading.sentence}
        </NoHolder>
      )
    case 'foreign':
      return (
        <NoHolder as="provider" title="That is an address of another chain">
          It belongs to {formatOtherChain(reading.prefix)}.
        </NoHolder>
      )
    default:
      return (
        <NoHolder as="provider" title="That is no provider’s address">
          Providers are accounts, which begin with {ACCOUNT_PREFIX}1, and the page asked for is{' '}
          <HostileText text={text} limit={80} isCutSilently />.
        </NoHolder>
      )
  }
}
