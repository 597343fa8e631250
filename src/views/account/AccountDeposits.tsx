import type { Figure } from '../../domain/figure.ts'
import type { Deposit, Proposal } from '../../domain/proposal.ts'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { AmountText } from '../../ui/text/AmountText.tsx'
import { AccountPart } from './AccountPart.tsx'
import { ProposalLink } from './ProposalLink.tsx'
import type { AccountGroundState } from './use-account-ground.ts'
import type { PartState } from './use-account-parts.ts'

export interface AccountDepositsProps {
  readonly state: Extract<AccountGroundState, { kind: 'ready' }>
  readonly unclosed: readonly Proposal[]
  /** By the proposal's id as text. */
  readonly deposits: PartState<ReadonlyMap<string, Figure<Deposit | undefined>>>
  readonly now: Date
}

/** What the account has deposited on proposals that are not closed; the chain deletes deposits when they are. */
export function AccountDeposits({ state, unclosed, deposits, now }: AccountDepositsProps) {
  // A proposal without a deposit of the account is left out; one whose deposit could not be read is not.
  const shown = unclosed.flatMap((proposal) => {
    const figure = deposits.data?.get(proposal.id.toString())
    if (figure === undefined || (figure.kind === 'known' && figure.value === undefined)) return []
    return [{ proposal, figure }]
  })
  const [known] = [...(deposits.data?.values() ?? [])].filter((one) => one.kind === 'known')
  return (
    <AccountPart
      title="Deposits on what is open"
      failure={state.list === undefined ? state.listFailure : deposits.failure}
      onRetry={state.list === undefined ? state.retry : deposits.retry}
      isLoading={state.list === undefined || deposits.data === undefined}
      lines={2}
    >
      {shown.length === 0 ? (
        <p className="text-s text-ink-2">It has no deposit on a proposal that is not closed.</p>
      ) : (
        <ul className="text-s">
          {shown.map(({ proposal, figure }) => (
            <li
              key={proposal.id.toString()}
              className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-1.5"
            >
              <span className="min-w-0 flex-1 basis-60">
                <ProposalLink proposal={proposal} />
              </span>
              <span>
                <FigureText figure={figure} label={`the deposit on ${proposal.id}`}>
                  {(deposit) =>
                    deposit?.coins.map((coin) => (
                      <span key={coin.denom} className="block">
                        <AmountText coin={coin} />
                      </span>
                    ))
                  }
                </FigureText>
              </span>
            </li>
          ))}
        </ul>
      )}
      {known?.kind === 'known' && <SourceNote source={known.source} now={now} />}
    </AccountPart>
  )
}
