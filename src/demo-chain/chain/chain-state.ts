import type { TallyResult } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import type { ChainState } from './ledger.ts'
import type { LedgerStores } from './ledger-stores.ts'
import type { MissedBlocks } from './missed-blocks.ts'
import { proposalTallies } from './proposal-tally.ts'
import type { Genesis } from './script.ts'

/** Gives the state after any height that was worked. */
export function createStateReader(
  genesis: Genesis,
  stores: LedgerStores,
  missedBlocks: MissedBlocks,
): (height: number, time: Date) => ChainState {
  const { gov, staking, upgrade, money } = stores
  const tallyLive = proposalTallies(stores)

  function tally(id: bigint, height: number): TallyResult | undefined {
    const proposal = gov.proposal(id, height)
    if (proposal === undefined) return undefined
    return proposal.status === VOTING_PERIOD
      ? tallyLive(proposal, height).result
      : proposal.finalTallyResult
  }

  return (height, time) => ({
    height: BigInt(height),
    time,
    appVersion: upgrade.appVersion.at(height) ?? genesis.appVersion,
    proposals: () => gov.proposals(height),
    proposal: (id) => gov.proposal(id, height),
    nextProposalId: () => gov.nextId.at(height) ?? genesis.nextProposalId,
    votes: (id) => gov.votes(id, height),
    deposits: (id) => gov.deposits(id, height),
    tally: (id) => tally(id, height),
    govParams: () => gov.params.at(height) ?? genesis.govParams,
    constitution: () => genesis.constitution,
    validators: () => staking.validators(height),
    delegationsOf: (delegator) => staking.delegationsOf(delegator, height),
    delegationsTo: (operator) => staking.delegationsTo(operator, height),
    pool: () => ({
      bondedTokens: String(staking.bondedTokens(height)),
      notBondedTokens: String(staking.notBondedTokens(height)),
    }),
    stakingParams: () => genesis.stakingParams,
    signingInfos: () => missedBlocks.signingInfos(height),
    slashingParams: () => genesis.slashingParams,
    plan: () => upgrade.plan.at(height),
    appliedUpgrades: () => upgrade.applied.at(height) ?? [],
    moduleVersions: () => genesis.moduleVersions,
    supply: () => money.supply(height),
    communityPool: () => money.communityPool(height),
    inflation: () => genesis.inflation,
  })
}

const VOTING_PERIOD = 2
