import { shortenAddress } from '../../domain/format-shortened.ts'
import { labelValidators } from '../../domain/validator-label.ts'
import type { AccountGround } from '../../queries/account.ts'
import { useChain } from '../../queries/chain.ts'
import type { ProposalList } from '../../queries/proposal-list.ts'
import { Kicker, PageTitle } from '../../ui/page/Heading.tsx'
import { useDocumentTitle } from '../../ui/page/use-document-title.ts'
import { FailureMessage } from '../../ui/state/FailureMessage.tsx'
import { useNow } from '../../ui/use-now.ts'
import { AccountDeposits } from './AccountDeposits.tsx'
import { AccountIdentity } from './AccountIdentity.tsx'
import { PartSkeleton } from './AccountPart.tsx'
import { AccountProposals } from './AccountProposals.tsx'
import { AccountStakes } from './AccountStakes.tsx'
import { AccountVotes } from './AccountVotes.tsx'
import { PastVotes } from './PastVotes.tsx'
import { useAccountGround } from './use-account-ground.ts'
import { useAccountParts } from './use-account-parts.ts'

export interface AccountPageProps {
  readonly address: string
  /** The operator address of the same bytes, whether or not a validator has it. */
  readonly operatorAddress: string
  /** The URL names the operator: then a missing validator is worth a word. */
  readonly isOperatorAsked: boolean
}

/** Everything the chain says of one account, each part on its own. */
export function AccountPage(props: AccountPageProps) {
  const { address } = props
  const state = useAccountGround()
  const now = useNow(useChain().now, 1_000)
  if (state.kind === 'ready') {
    return (
      <ReadyAccount {...props} ground={state.ground} list={state.list} state={state} now={now} />
    )
  }
  if (state.kind === 'loading') return <AccountSkeleton address={address} />
  return (
    <>
      <AccountHeading address={address} name={undefined} />
      <div className="mt-6">
        <FailureMessage
          failure={state.failure}
          title="This account could not be read"
          onRetry={state.retry}
        />
      </div>
    </>
  )
}

function ReadyAccount({
  address,
  operatorAddress,
  isOperatorAsked,
  ground,
  list,
  state,
  now,
}: AccountPageProps & {
  readonly ground: AccountGround
  readonly list: ProposalList | undefined
  readonly state: Extract<ReturnType<typeof useAccountGround>, { kind: 'ready' }>
  readonly now: Date
}) {
  const parts = useAccountParts(address, operatorAddress, ground, list)
  const { bonded, stakes } = parts
  const named = bonded.data?.validators.find((one) => one.operatorAddress === operatorAddress)
  const profile = named ?? parts.profile.data?.value
  const name =
    named?.label ??
    (profile === undefined
      ? undefined
      : labelValidators([profile]).get(profile.operatorAddress)?.text)
  if (!parts.isSettled) return <AccountSkeleton address={address} />
  const denom = list?.params.kind === 'known' ? (list.params.value.minDeposit[0]?.denom ?? '') : ''
  return (
    <>
      <AccountHeading address={address} name={name} />
      <AccountIdentity
        {...{ address, operatorAddress, isOperatorAsked, profile, denom, now }}
        profileFailure={profile === undefined ? parts.profile.failure : undefined}
        source={parts.profile.data?.source}
        bondedTokens={list?.bondedTokens.kind === 'known' ? list.bondedTokens.value : undefined}
        stakes={stakes.data?.value}
      />
      <AccountVotes
        {...{ state, now }}
        open={parts.open}
        votes={parts.votes}
        validators={bonded.data?.validators}
        stakes={stakes.data?.value}
        isOperator={profile !== undefined}
      />
      <AccountDeposits {...{ state, now }} unclosed={parts.unclosed} deposits={parts.deposits} />
      <AccountStakes
        part={stakes.data}
        failure={stakes.failure}
        validators={bonded.data?.validators}
        onRetry={stakes.retry}
        now={now}
      />
      <AccountProposals {...{ address, state, now }} />
      <PastVotes address={address} list={list} />
    </>
  )
}

/** Where the parts are not settled; nothing of the page stands below it that could be moved. */
function AccountSkeleton({ address }: { readonly address: string }) {
  return (
    <>
      <AccountHeading address={address} name={undefined} />
      <div className="mt-3 mb-6 max-w-measure text-l">
        <PartSkeleton lines={2} label="this account" />
      </div>
      <PartSkeleton lines={12} />
    </>
  )
}

function AccountHeading({
  address,
  name,
}: {
  readonly address: string
  readonly name: string | undefined
}) {
  useDocumentTitle(name ?? shortenAddress(address))
  return (
    <>
      <Kicker>{name === undefined ? 'Account' : 'Validator'}</Kicker>
      <PageTitle>
        <bdi dir="ltr" className="chain-text">
          {name ?? shortenAddress(address)}
        </bdi>
      </PageTitle>
    </>
  )
}
