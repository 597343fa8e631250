import type { Params, Proposal } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { transferEvents } from './bank-events.ts'
import { uakt, uaktOf, writeUakt } from './coins.ts'
import { createEvent } from './event.ts'
import type { AbciEvent } from './ledger.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { LEGACY_ONE, mulDec, readDec } from './legacy-dec.ts'
import { fail, type MessageResult, succeed } from './message-result.ts'
import { GOV_ACCOUNT } from './module-account.ts'
import { readDuration, writeTimestamp } from './wire-time.ts'

const DEPOSIT_PERIOD = 1
const VOTING_PERIOD = 2

export type DepositOutcome =
  | {
      readonly kind: 'added'
      readonly startsVoting: boolean
      readonly events: () => readonly AbciEvent[]
    }
  | { readonly kind: 'failed'; readonly result: MessageResult }

/** `MsgDeposit` of x/gov. */
export function deposit(
  id: bigint,
  depositor: string,
  amount: bigint,
  block: BlockContext,
  stores: LedgerStores,
): MessageResult {
  const outcome = addDeposit(id, depositor, amount, block, stores)
  if (outcome.kind === 'failed') return outcome.result
  return succeed(() => [
    ...outcome.events(),
    ...(outcome.startsVoting
      ? [createEvent('proposal_deposit', [['voting_period_start', String(id)]])]
      : []),
  ])
}

/** Adds to a proposal's deposit and opens its vote when that is enough (keeper/deposit.go `AddDeposit`). Amounts in uakt. */
export function addDeposit(
  id: bigint,
  depositor: string,
  amount: bigint,
  block: BlockContext,
  { gov }: LedgerStores,
): DepositOutcome {
  const proposal = gov.proposal(id, block.height)
  const params = gov.params.at(block.height)
  if (proposal === undefined || params === undefined) {
    return { kind: 'failed', result: fail('notFound', '') }
  }
  if (proposal.status !== DEPOSIT_PERIOD && proposal.status !== VOTING_PERIOD) {
    return { kind: 'failed', result: fail('inactiveProposal', String(id)) }
  }
  const needed = uaktOf(proposal.expedited ? params.expeditedMinDeposit : params.minDeposit)
  const least = mulDec(needed * LEGACY_ONE, readDec(params.minDepositRatio)) / LEGACY_ONE
  if (amount < least) {
    const given = amount === 0n ? '' : writeUakt(amount)
    const wrapped = `received ${given} but need at least one of the following: ${writeUakt(least)}`
    return { kind: 'failed', result: fail('minDepositTooSmall', wrapped) }
  }

  const total = uaktOf(proposal.totalDeposit) + amount
  const funded = { ...proposal, totalDeposit: uakt(total) }
  const startsVoting = proposal.status === DEPOSIT_PERIOD && total >= needed
  if (startsVoting) gov.inactive.remove(id)
  const next = startsVoting ? startVoting(funded, params, block.timeMs) : funded
  if (startsVoting) gov.active.add({ timeMs: votingEnd(funded, params, block.timeMs), id })
  gov.put(block.height, next)

  const deposits = gov.deposits(id, block.height)
  const earlier = deposits.find((each) => each.depositor === depositor)
  const own = uaktOf(earlier?.amount ?? []) + amount
  gov.putDeposits(block.height, id, [
    ...deposits.filter((each) => each !== earlier),
    { proposalId: id, depositor, amount: uakt(own) },
  ])
  const events = () => [
    ...transferEvents(depositor, GOV_ACCOUNT, writeUakt(amount)),
    createEvent('proposal_deposit', [
      ['depositor', depositor],
      ['amount', writeUakt(amount)],
      ['proposal_id', String(id)],
    ]),
  ]
  return { kind: 'added', startsVoting, events }
}

function startVoting(proposal: Proposal, params: Params, timeMs: number): Proposal {
  return {
    ...proposal,
    status: VOTING_PERIOD,
    votingStartTime: writeTimestamp(timeMs),
    votingEndTime: writeTimestamp(votingEnd(proposal, params, timeMs)),
  }
}

function votingEnd(proposal: Proposal, params: Params, timeMs: number): number {
  const period = proposal.expedited ? params.expeditedVotingPeriod : params.votingPeriod
  return timeMs + readDuration(period)
}
