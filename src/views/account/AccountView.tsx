import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { operatorAddressOf } from '../../domain/account.ts'
import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { formatOtherChain } from '../../domain/search/other-chains.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import { Kicker, Lede, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ConsensusAddress } from './ConsensusAddress.tsx'

const route = getRouteApi('/accounts/$address')

/** `/accounts/:address`, of an account or of a validator's operator */
export function AccountView() {
  const { address: text } = route.useParams()
  const reading = parseAddress(text, ACCOUNT_PREFIX)
  switch (reading?.kind) {
    case 'account':
      return (
        <AccountPage
          key={reading.address}
          address={reading.address}
          operatorAddress={operatorAddressOf(reading.address) ?? ''}
          isOperatorAsked={false}
        />
      )
    case 'operator':
      return (
        <AccountPage
          key={reading.address}
          address={reading.accountAddress}
          operatorAddress={reading.address}
          isOperatorAsked
        />
      )
    case 'consensus':
      return <ConsensusAddress key={reading.address} address={reading.address} />
    case 'foreign':
      return (
        <NoAccount title="That is an address of another chain">
          It belongs to {formatOtherChain(reading.prefix)}.
          {reading.sameKeyAddress !== undefined && (
            <>
              {' '}
              The same key owns <AddressText address={reading.sameKeyAddress} /> here.
            </>
          )}
        </NoAccount>
      )
    case 'malformed':
      return <NoAccount title="That is no whole address">{reading.sentence}</NoAccount>
    default:
      return (
        <NoAccount title="That is no address">
          Accounts begin with {ACCOUNT_PREFIX}1, operators of validators with {ACCOUNT_PREFIX}
          valoper1, and the page asked for is <HostileText text={text} limit={80} isCutSilently />.
        </NoAccount>
      )
  }
}

function NoAccount({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useDocumentTitle(title)
  return (
    <>
      <Kicker>Account</Kicker>
      <PageTitle>{title}</PageTitle>
      <Lede>{children}</Lede>
      <Link to="/" search={{}}>
        Overview
      </Link>
    </>
  )
}
