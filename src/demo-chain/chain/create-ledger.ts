import { createActionQueue } from './action-queue.ts'
import { createBlockClock } from './block-clock.ts'
import { createBlockExecutor, type ExecutedBlock } from './block-executor.ts'
import { createBlockReader } from './block-reader.ts'
import { createStateReader } from './chain-state.ts'
import { createConsensus } from './consensus.ts'
import type { ChainLedger } from './ledger.ts'
import { createLedgerStores } from './ledger-stores.ts'
import { createMissedBlocks } from './missed-blocks.ts'
import type { ChainScript } from './script.ts'
import { dateUpgrades } from './upgrade-dates.ts'

/**
 * The chain a script tells, as of `now`. Only blocks in which something happens are worked, in order and once, when
 * somebody asks; transactions and events are made when their block is read.
 */
export function createLedger(script: ChainScript, now: () => Date): ChainLedger {
  const { genesis, seed } = script
  const initialHeight = Number(genesis.height)
  const first = { height: initialHeight, timeMs: genesis.time.getTime() }
  const clock = createBlockClock(first, seed, dateUpgrades(genesis.appliedUpgrades))
  const stores = createLedgerStores(genesis)
  const consensus = createConsensus(genesis, seed, stores.staking)
  const addresses = new Map(
    consensus
      .validatorSet(initialHeight)
      .map(({ operatorAddress, address }) => [operatorAddress, address]),
  )
  const missedBlocks = createMissedBlocks(genesis, addresses)
  const executed = new Map<number, ExecutedBlock>()
  const eventful: bigint[] = []
  const queue = createActionQueue(script, clock)
  const execute = createBlockExecutor(script, clock, stores)
  const readState = createStateReader(genesis, stores, missedBlocks)
  const readBlock = createBlockReader({
    genesis,
    clock,
    stores,
    consensus,
    missedBlocks,
    executed,
  })
  let worked = initialHeight
  let tip = initialHeight

  function work(height: number): void {
    const block = execute(height, queue.take(height))
    worked = height
    if (block.actions.length === 0 && block.endEvents.length === 0) return
    executed.set(height, block)
    eventful.push(BigInt(height))
  }

  /** Height of the next block in which anything happens. */
  function findNextWork(): number {
    const { active, inactive } = stores.gov
    let next = queue.nextHeight(worked) ?? Number.POSITIVE_INFINITY
    for (const deadline of [active.first(), inactive.first()]) {
      if (deadline !== undefined) next = Math.min(next, clock.firstAtOrAfter(deadline.timeMs))
    }
    const plan = stores.upgrade.plan.at(worked)
    if (plan !== undefined) next = Math.min(next, Number(plan.height))
    return Math.max(next, worked + 1)
  }

  function advance(): number {
    const nowMs = now().getTime()
    // A halt that is found on the way moves later blocks on, so the limit is read again after every block.
    for (;;) {
      const limit = clock.tipAt(nowMs)
      queue.readScript(clock.timeMs(limit))
      const next = findNextWork()
      if (next > limit) {
        tip = Math.max(tip, limit)
        return tip
      }
      work(next)
    }
  }

  function checkHeight(height: bigint): number {
    const newest = advance()
    if (height < genesis.height || height > BigInt(newest)) {
      throw new RangeError(`height ${height} is not between ${genesis.height} and ${newest}`)
    }
    return Number(height)
  }

  return {
    chainId: genesis.chainId,
    initialHeight: genesis.height,
    now,
    tip: () => BigInt(advance()),
    timeOf(height) {
      advance()
      return new Date(clock.timeMs(Number(height)))
    },
    haltsAt(height) {
      advance()
      // The block after a halt takes more than one round.
      return clock.roundOf(Number(height) + 1) > 0
    },
    stateAt(height) {
      const known = checkHeight(height)
      return readState(known, new Date(clock.timeMs(known)))
    },
    blockAt: (height) => readBlock(checkHeight(height)),
    eventfulHeights() {
      advance()
      return eventful
    },
    validatorSetAt: (height) => consensus.validatorSet(checkHeight(height)),
    submit(action) {
      const height = advance() + 1
      queue.submit(height, action)
      return BigInt(height)
    },
  }
}
