import { type BlockBegin, createBeginBlockEvents } from './begin-block-events.ts'
import type { BlockClock } from './block-clock.ts'
import type { ExecutedBlock } from './block-executor.ts'
import type { Consensus } from './consensus.ts'
import type { AbciEvent, LedgerBlock, LedgerTx } from './ledger.ts'
import type { LedgerStores } from './ledger-stores.ts'
import type { MissedBlocks } from './missed-blocks.ts'
import type { Genesis } from './script.ts'
import { createTransaction, feeOf } from './transaction.ts'

/** Blocks kept made; making one again gives the same. */
const KEPT_BLOCKS = 256

/** Where blocks are made from. */
export interface BlockSources {
  readonly genesis: Genesis
  readonly clock: BlockClock
  readonly stores: LedgerStores
  readonly consensus: Consensus
  readonly missedBlocks: MissedBlocks
  /** What was done in blocks in which anything was. */
  readonly executed: ReadonlyMap<number, ExecutedBlock>
}

/** Gives a function that makes the block of a height from what was done in it. */
export function createBlockReader(sources: BlockSources): (height: number) => LedgerBlock {
  const { genesis, clock, consensus, executed } = sources
  const beginEvents = createBeginBlockEvents()
  const made = new Map<number, LedgerBlock>()

  function make(height: number): LedgerBlock {
    const done = executed.get(height)
    const govEvents = done?.endEvents ?? []
    let txs: readonly LedgerTx[] | undefined
    let events: readonly AbciEvent[] | undefined
    return {
      height: BigInt(height),
      time: new Date(clock.timeMs(height)),
      get txs() {
        txs ??= (done?.actions ?? []).map((action, index) =>
          createTransaction(action, index, genesis.chainId),
        )
        return txs
      },
      get events() {
        events ??= [...beginEvents(describeBegin(height, sources)), ...govEvents]
        return events
      },
      govEvents,
      round: clock.roundOf(height),
      get proposer() {
        return consensus.proposer(height)
      },
      get absent() {
        return consensus.absent(height)
      },
    }
  }

  return (height) => {
    const known = made.get(height)
    if (known !== undefined) return known
    const block = make(height)
    const oldest = made.keys().next()
    if (made.size >= KEPT_BLOCKS && oldest.done !== true) made.delete(oldest.value)
    made.set(height, block)
    return block
  }
}

function describeBegin(height: number, sources: BlockSources): BlockBegin {
  const { genesis, stores, consensus, missedBlocks, executed } = sources
  const { staking, money } = stores
  const before = Math.max(Number(genesis.height), height - 1)
  const fees = (executed.get(height - 1)?.actions ?? []).reduce(
    (sum, action) => sum + feeOf(action),
    0n,
  )
  return {
    height,
    minted: money.minted,
    collected: money.minted + fees,
    inflation: genesis.inflation,
    annualProvisions: money.annualProvisions,
    bondedTokens: staking.bondedTokens(before),
    supply: money.supply(before).find(({ denom }) => denom === 'uakt')?.amount ?? 0n,
    signers: consensus.validatorSet(before),
    absent: consensus.absent(before),
    validator: (operatorAddress) => staking.validator(operatorAddress, before),
    missed: (consensusAddress) => missedBlocks.missed(consensusAddress, height),
  }
}
