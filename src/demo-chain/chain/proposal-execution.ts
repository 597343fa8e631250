import type { MsgCommunityPoolSpend } from '../../chain/proto/generated/cosmos/distribution/v1beta1/tx.ts'
import type { Params } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { Plan } from '../../chain/proto/generated/cosmos/upgrade/v1beta1/upgrade.ts'
import type { Any } from '../../chain/proto/generated/google/protobuf/any.ts'
import { readGovParams, readPoolSpend, readUpgradePlan } from '../protobuf/read-messages.ts'
import { transferEvents } from './bank-events.ts'
import type { AbciEvent } from './ledger.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { DISTRIBUTION_ACCOUNT } from './module-account.ts'
import { subtract } from './money-store.ts'
import type { AppliedUpgrade, LedgerCoin } from './script.ts'

export type ExecutionOutcome =
  | { readonly kind: 'done'; readonly events: readonly AbciEvent[] }
  | {
      readonly kind: 'failed'
      readonly messageIndex: number
      readonly typeUrl: string
      /** The error's text, which becomes the proposal's `failed_reason`. */
      readonly reason: string
    }

/** What messages of one proposal have changed so far; nothing of it stays when a later one fails. */
interface Draft {
  readonly height: number
  readonly applied: readonly AppliedUpgrade[]
  plan: Plan | undefined
  govParams: Params | undefined
  pool: readonly LedgerCoin[]
  readonly spent: LedgerCoin[]
  readonly events: AbciEvent[]
}

/** Runs the messages of a passed proposal, all or none. Those of modules a ledger does not keep do nothing. */
export function executeMessages(
  messages: readonly Any[],
  { height }: BlockContext,
  { gov, money, upgrade }: LedgerStores,
): ExecutionOutcome {
  const draft: Draft = {
    height,
    applied: upgrade.applied.at(height) ?? [],
    plan: upgrade.plan.at(height),
    govParams: gov.params.at(height),
    pool: money.communityPool(height),
    spent: [],
    events: [],
  }
  for (const [messageIndex, message] of messages.entries()) {
    const reason = execute(message, draft)
    if (reason !== undefined) {
      return { kind: 'failed', messageIndex, typeUrl: message.typeUrl, reason }
    }
  }
  upgrade.plan.set(height, draft.plan)
  if (draft.govParams !== undefined) gov.params.set(height, draft.govParams)
  if (draft.spent.length > 0) money.spendFromPool(height, draft.spent)
  return { kind: 'done', events: draft.events }
}

/** The error's text; undefined when all went well. */
function execute({ typeUrl, value }: Any, draft: Draft): string | undefined {
  switch (typeUrl) {
    case '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade':
      return schedule(readUpgradePlan(value), draft)
    case '/cosmos.upgrade.v1beta1.MsgCancelUpgrade':
      draft.plan = undefined
      return undefined
    case '/cosmos.gov.v1.MsgUpdateParams':
      draft.govParams = readGovParams(value) ?? draft.govParams
      return undefined
    case '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend':
      return spend(readPoolSpend(value), draft)
    default:
      return undefined
  }
}

/** x/upgrade keeper.go `ScheduleUpgrade`: one plan at a time, the newest. */
function schedule(plan: Plan | undefined, draft: Draft): string | undefined {
  if (plan === undefined || plan.name === '') return 'name cannot be empty: invalid request'
  if (plan.height <= 0n) return 'height must be greater than 0: invalid request'
  if (plan.height < BigInt(draft.height)) {
    return 'upgrade cannot be scheduled in the past: invalid request'
  }
  if (draft.applied.some(({ name }) => name === plan.name)) {
    return `upgrade with name ${plan.name} has already been completed: invalid request`
  }
  draft.plan = plan
  return undefined
}

/** x/distribution keeper.go `DistributeFromFeePool`. */
function spend(
  { recipient, amount }: Pick<MsgCommunityPoolSpend, 'recipient' | 'amount'>,
  draft: Draft,
): string | undefined {
  const coins = amount.map((coin) => ({ denom: coin.denom, amount: BigInt(coin.amount) }))
  const left = subtract(draft.pool, coins)
  const isThere = coins.every(({ denom }) => left.some((coin) => coin.denom === denom))
  if (!isThere || left.some((coin) => coin.amount < 0n)) {
    return 'community pool does not have sufficient coins to distribute'
  }
  draft.pool = left
  draft.spent.push(...coins)
  const text = amount.map((coin) => `${coin.amount}${coin.denom}`).join(',')
  draft.events.push(...transferEvents(DISTRIBUTION_ACCOUNT, recipient, text))
  return undefined
}
