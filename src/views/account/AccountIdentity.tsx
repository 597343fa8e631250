import { Link } from '@tanstack/react-router'
import type { Stake, ValidatorProfile } from '../../domain/account.ts'
import { formatCompactAmount } from '../../domain/amount.ts'
import type { Failure } from '../../domain/failure.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { formatCount } from '../../domain/format-integer.ts'
import { formatExactShare, formatShare } from '../../domain/format-share.ts'
import type { Source } from '../../domain/source.ts'
import type { BondStatus } from '../../domain/validator.ts'
import { DefinitionList, type DefinitionRow } from '../../ui/page/DefinitionList.tsx'
import { Lede } from '../../ui/page/Heading.tsx'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { ExternalLink } from '../../ui/text/ExternalLink.tsx'
import { HostileText } from '../../ui/text/HostileText.tsx'
import { totalOf } from './stake-total.ts'

export interface AccountIdentityProps {
  readonly address: string
  readonly operatorAddress: string
  readonly isOperatorAsked: boolean
  /** undefined: not read, or the account runs no validator. */
  readonly profile: ValidatorProfile | undefined
  readonly profileFailure: Failure | undefined
  /** Of the validator's record, or of its absence. */
  readonly source: Source | undefined
  readonly denom: string
  readonly bondedTokens: bigint | undefined
  readonly stakes: readonly Stake[] | undefined
  readonly now: Date
}

const STATUS: Readonly<Record<BondStatus, string>> = {
  BOND_STATUS_BONDED: 'bonded',
  BOND_STATUS_UNBONDING: 'unbonding',
  BOND_STATUS_UNBONDED: 'not bonded',
  BOND_STATUS_UNSPECIFIED: 'of unknown status',
}

/** What the account is: the sentence, its addresses, and the facts of its validator where it runs one. */
export function AccountIdentity(props: AccountIdentityProps) {
  const { source, now } = props
  return (
    <>
      <Lede>{sentenceOf(props)}</Lede>
      <DefinitionList rows={rowsOf(props)} />
      <MarketLinks address={props.address} />
      {source !== undefined && <SourceNote source={source} now={now} />}
    </>
  )
}

/** What the market has of it is on pages of its own. */
function MarketLinks({ address }: { readonly address: string }) {
  return (
    <p className="mt-2 text-s text-ink-2">
      On the market:{' '}
      <Link to="/market/tenants/$address" params={{ address }} search={{}}>
        as a tenant
      </Link>
      ,{' '}
      <Link to="/market/providers/$address" params={{ address }} search={{}}>
        as a provider
      </Link>
    </p>
  )
}

function sentenceOf({
  profile,
  profileFailure,
  isOperatorAsked,
  stakes,
  denom,
  bondedTokens,
}: AccountIdentityProps): string {
  if (profile !== undefined) {
    const { status, jailed, tokens, commissionRate } = profile
    const share =
      status === 'BOND_STATUS_BONDED' && bondedTokens !== undefined
        ? formatShare(tokens, bondedTokens, { digits: 2 })
        : undefined
    const stake = formatCompactAmount({ denom, amount: tokens })
    return [
      `A validator, ${STATUS[status]}${jailed ? ' and jailed' : ''}, with ${stake}`,
      share === undefined ? '' : `, ${share} of all that is bonded`,
      '. ',
      commissionRate === undefined
        ? ''
        : `It keeps ${formatExactShare(commissionRate)} of its delegators’ rewards.`,
    ].join('')
  }
  const start =
    profileFailure !== undefined
      ? `Whether it runs a validator could not be read: ${sanitizeChainText(profileFailure.sentence)}`
      : isOperatorAsked
        ? 'The chain has no validator with this operator address; what follows is of the account of the same key.'
        : 'An account that runs no validator.'
  if (stakes === undefined) return start
  const total = totalOf(stakes)
  if (total === undefined) return `${start} It has delegated nothing.`
  return `${start} It has delegated ${formatCompactAmount(total)} to ${formatCount(stakes.length, 'validator')}.`
}

function rowsOf({
  address,
  operatorAddress,
  isOperatorAsked,
  profile,
}: AccountIdentityProps): readonly DefinitionRow[] {
  const account: DefinitionRow = {
    key: 'account',
    label: 'Account',
    value: (
      <AddressText address={address} form="whole" href={isOperatorAsked ? undefined : false} />
    ),
  }
  if (profile === undefined) {
    return isOperatorAsked
      ? [
          account,
          {
            key: 'operator',
            label: 'Operator address',
            value: <AddressText address={operatorAddress} form="whole" href={false} />,
          },
        ]
      : [account]
  }
  return [
    account,
    {
      key: 'operator',
      label: 'Operator address',
      value: (
        <AddressText
          address={operatorAddress}
          form="whole"
          href={isOperatorAsked ? false : undefined}
        />
      ),
    },
    ...(profile.consensusAddress === undefined
      ? []
      : [
          {
            key: 'consensus',
            label: 'Consensus address',
            value: <AddressText address={profile.consensusAddress} form="whole" href={false} />,
          },
        ]),
    {
      key: 'moniker',
      label: 'Calls itself',
      value: <HostileText text={profile.moniker} limit={120} />,
    },
    ...(profile.website === ''
      ? []
      : [{ key: 'website', label: 'Website', value: <ExternalLink url={profile.website} /> }]),
    ...(profile.details === ''
      ? []
      : [
          {
            key: 'details',
            label: 'About itself',
            value: <HostileText text={profile.details} limit={400} />,
          },
        ]),
    ...(profile.maxCommissionRate === undefined
      ? []
      : [
          {
            key: 'commission',
            label: 'Commission',
            value: `${profile.commissionRate === undefined ? 'not known' : formatExactShare(profile.commissionRate)}, at most ${formatExactShare(profile.maxCommissionRate)}`,
          },
        ]),
  ]
}
