import type { BlockClock } from './block-clock.ts'
import { executeAction } from './execute-action.ts'
import { endGovBlock } from './gov-end-block.ts'
import type { AbciEvent } from './ledger.ts'
import type { LedgerStores } from './ledger-stores.ts'
import type { ChainAction, ChainScript } from './script.ts'
import { seededNumber } from './seeded.ts'
import { type ExecutedAction, signerOf } from './transaction.ts'
import { applyDuePlan } from './upgrade-store.ts'
import { readDuration } from './wire-time.ts'

/** What was done in a block. */
export interface ExecutedBlock {
  readonly actions: readonly ExecutedAction[]
  readonly endEvents: readonly AbciEvent[]
}

/** Transactions an account may have sent before the ledger begins. */
const MAX_FIRST_SEQUENCE = 40

/** Gives a function that works one block after the other: upgrade, transactions, governance. */
export function createBlockExecutor(
  script: ChainScript,
  clock: BlockClock,
  stores: LedgerStores,
): (height: number, actions: readonly ChainAction[]) => ExecutedBlock {
  const sequences = new Map<string, number>()
  const unbondingMs = readDuration(script.genesis.stakingParams.unbondingTime)

  function nextSequence(signer: string): number {
    const sequence = sequences.get(signer) ?? firstSequence(script.seed, signer)
    sequences.set(signer, sequence + 1)
    return sequence
  }

  return (height, actions) => {
    const plan = applyDuePlan(stores.upgrade, height)
    const halt = script.halts.find(({ planName }) => planName === plan?.name)
    if (halt !== undefined) clock.halt(height, halt.durationMs)
    const block = { height, timeMs: clock.timeMs(height) }
    const executed = actions.map((action): ExecutedAction => {
      const ref = 'proposal' in action ? action.proposal : undefined
      const proposalId = ref === undefined ? 0n : stores.gov.resolve(ref)
      const signer = signerOf(action)
      const result = executeAction(action, proposalId, unbondingMs, block, stores)
      return { action, proposalId, signer, sequence: nextSequence(signer), result }
    })
    return { actions: executed, endEvents: endGovBlock(block, stores) }
  }
}

function firstSequence(seed: number, signer: string): number {
  const last = signer.codePointAt(signer.length - 1) ?? 0
  const other = signer.codePointAt(signer.length - 2) ?? 0
  return seededNumber(seed, last, other) % MAX_FIRST_SEQUENCE
}
