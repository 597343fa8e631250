import { formatAmount } from '../../domain/amount.ts'
import type { Coin } from '../../domain/coin.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Deposit, Proposal } from '../../domain/proposal.ts'
import { isClosed } from '../../domain/proposal-life.ts'
import { AddressText } from '../../ui/text/AddressText.tsx'
import { AmountText } from '../../ui/text/AmountText.tsx'

export interface ProposalDepositsProps {
  readonly proposal: Proposal
  readonly deposits: Figure<readonly Deposit[]>
  /** To the minimum; undefined where the parameters are not known. */
  readonly missing: readonly Coin[] | undefined
}

/** What was deposited, by whom, and what is missing to the minimum. */
export function ProposalDeposits({ proposal, deposits, missing }: ProposalDepositsProps) {
  const isCollecting = proposal.status === 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  return (
    <>
      <p>
        {proposal.totalDeposit.length === 0
          ? 'Nothing was deposited.'
          : proposal.totalDeposit.map((coin) => (
              <span key={coin.denom} className="block">
                <AmountText coin={coin} isDisclosed />
              </span>
            ))}
      </p>
      {isCollecting && (
        <p className="mt-1 text-warn">
          {missing === undefined
            ? 'How much is missing is not known.'
            : missing.length === 0
              ? 'The minimum is met.'
              : `${missing.map((coin) => formatAmount(coin)).join(' and ')} missing to the minimum.`}
        </p>
      )}
      {!isClosed(proposal) && <Depositors deposits={deposits} />}
      {isClosed(proposal) && (
        <p className="mt-1 text-xs text-ink-3">
          Who paid it is gone: the chain deletes deposits when it returns or burns them.
        </p>
      )}
    </>
  )
}

function Depositors({ deposits }: Pick<ProposalDepositsProps, 'deposits'>) {
  if (deposits.kind === 'loading') return null
  if (deposits.kind === 'failed') {
    return <p className="mt-1 text-xs text-bad">{deposits.failure.sentence}</p>
  }
  if (deposits.value.length === 0) {
    return <p className="mt-1 text-xs text-ink-3">The node lists no depositor.</p>
  }
  return (
    <ul className="mt-2 space-y-1">
      {deposits.value.map(({ depositor, coins }) => (
        <li key={depositor} className="flex flex-wrap justify-between gap-x-3">
          <AddressText address={depositor} />
          <span>
            {coins.map((coin) => (
              <AmountText key={coin.denom} coin={coin} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
