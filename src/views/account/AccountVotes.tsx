import type { Stake } from '../../domain/account.ts'
import { formatCompactAmount } from '../../domain/amount.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Proposal } from '../../domain/proposal.ts'
import type { Vote } from '../../domain/vote.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'
import { SourceNote } from '../../ui/page/SourceNote.tsx'
import { VoteText } from '../../ui/proposal/VoteText.tsx'
import { FigureText } from '../../ui/state/FigureText.tsx'
import { TimeText } from '../../ui/text/TimeText.tsx'
import { AccountPart } from './AccountPart.tsx'
import { ProposalLink } from './ProposalLink.tsx'
import { totalOf } from './stake-total.ts'
import type { AccountGroundState } from './use-account-ground.ts'
import type { PartState } from './use-account-parts.ts'

export interface AccountVotesProps {
  readonly state: Extract<AccountGroundState, { kind: 'ready' }>
  readonly open: readonly Proposal[]
  /** By the proposal's id as text. */
  readonly votes: PartState<ReadonlyMap<string, Figure<Vote | undefined>>>
  readonly validators: readonly NamedValidator[] | undefined
  readonly stakes: readonly Stake[] | undefined
  readonly isOperator: boolean
  readonly now: Date
}

/** How the account votes on each open proposal, at the height of the list. */
export function AccountVotes(props: AccountVotesProps) {
  const { state, open, votes, now } = props
  const [known] = [...(votes.data?.values() ?? [])].filter((one) => one.kind === 'known')
  return (
    <AccountPart
      title="Votes on what is open"
      failure={state.list === undefined ? state.listFailure : votes.failure}
      onRetry={state.list === undefined ? state.retry : votes.retry}
      isLoading={state.list === undefined || votes.data === undefined}
    >
      {open.length === 0 ? (
        <p className="text-s text-ink-2">
          {state.isListRead
            ? 'No proposal is in vote at this height.'
            : 'None of the proposals read so far is in vote.'}
        </p>
      ) : (
        <ul className="text-s">
          {open.map((proposal) => (
            <VoteLine
              key={proposal.id.toString()}
              proposal={proposal}
              vote={votes.data?.get(proposal.id.toString()) ?? { kind: 'loading' }}
              {...props}
            />
          ))}
        </ul>
      )}
      {known?.kind === 'known' && <SourceNote source={known.source} now={now} />}
    </AccountPart>
  )
}

function VoteLine({
  proposal,
  vote,
  validators,
  stakes,
  isOperator,
  now,
}: AccountVotesProps & {
  readonly proposal: Proposal
  readonly vote: Figure<Vote | undefined>
}) {
  return (
    <li className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <span className="min-w-0">
        <ProposalLink proposal={proposal} />
        <small className="block text-xs text-ink-3">
          ends <TimeText date={proposal.votingEndsAt} now={now} form="line" />
        </small>
      </span>
      <span>
        <FigureText figure={vote} label={`the vote on ${proposal.id}`}>
          {(cast) =>
            cast === undefined ? (
              <>
                <span className="text-warn">has not voted</span>
                <small className="block text-xs text-ink-3">
                  {silenceOf({ validators, stakes, isOperator })}
                </small>
              </>
            ) : (
              <VoteText options={cast.options} />
            )
          }
        </FigureText>
      </span>
    </li>
  )
}

/** What it means that an account has not voted: whose vote its stake follows, if it counts at all. */
function silenceOf({
  validators,
  stakes,
  isOperator,
}: Pick<AccountVotesProps, 'validators' | 'stakes' | 'isOperator'>): string {
  if (isOperator) {
    return 'Until it does, stake with its validator counts only where delegators vote themselves.'
  }
  if (stakes === undefined || validators === undefined) return ''
  const voting = new Set(
    validators.filter(({ jailed }) => !jailed).map(({ operatorAddress }) => operatorAddress),
  )
  const bonded = totalOf(stakes.filter(({ operatorAddress }) => voting.has(operatorAddress)))
  return bonded === undefined
    ? 'It has no bonded stake, so a vote of its own would count for nothing.'
    : `It can vote with ${formatCompactAmount(bonded)}; until then that stake counts as its validators vote.`
}
