import { fetchValidatorProfiles } from '../chain/accounts.ts'
import { fetchBlockHeader, fetchCommit, fetchConsensusSet } from '../chain/blocks.ts'
import { fetchPrecommitTimes } from '../chain/consensus.ts'
import type { NodeTransport } from '../chain/node.ts'
import { consensusHexOf } from '../domain/account.ts'
import type { ConsensusMember } from '../domain/block.ts'
import { type HaltTimes, NO_TIMES } from '../domain/upgrades/halt/halt-phase.ts'
import type { HaltValidator } from '../domain/upgrades/halt/power-back.ts'
import { computeWeightedMedianTime } from '../domain/upgrades/halt/weighted-median-time.ts'
import { labelValidators } from '../domain/validator-label.ts'

/** What is read once of a halt, as soon as some node can tell. */
export interface HaltRecord {
  readonly validators: readonly HaltValidator[] | undefined
  readonly times: HaltTimes
}

export const NO_RECORD: HaltRecord = { validators: undefined, times: NO_TIMES }

/**
 * Adds what is missing and can be known at this height. Never rejects: what no node tells stays unknown and is asked for
 * the next time.
 * @param bestHeight newest block any node has
 */
export async function completeHaltRecord(
  transport: NodeTransport,
  planHeight: bigint,
  bestHeight: bigint,
  known: HaltRecord,
  signal: AbortSignal | undefined,
): Promise<HaltRecord> {
  if (bestHeight < planHeight) return known
  const options = signal ? { signal } : {}
  const { times } = known
  const hasResumed = bestHeight > planHeight
  const orUnknown = <T>(wanted: boolean, read: () => Promise<T>): Promise<T | undefined> =>
    wanted ? read().catch(() => undefined) : Promise.resolve(undefined)
  const [validators, signed, first, second, commit] = await Promise.all([
    orUnknown(needsValidators(known) && !hasResumed, () =>
      readValidators(transport, planHeight, options),
    ),
    orUnknown(times.signedAt === undefined && !hasResumed, () =>
      fetchPrecommitTimes(transport, planHeight, options),
    ),
    orUnknown(hasResumed && times.firstBlockAt === undefined, () =>
      fetchBlockHeader(transport, planHeight + 1n, options),
    ),
    orUnknown(bestHeight > planHeight + 1n && times.secondBlockAt === undefined, () =>
      fetchBlockHeader(transport, planHeight + 2n, options),
    ),
    orUnknown(hasResumed && times.firstRound === undefined, () =>
      fetchCommit(transport, planHeight + 1n, options),
    ),
  ])
  const set = validators ?? known.validators
  return {
    validators: set,
    times: {
      ...times,
      signedAt:
        times.signedAt ?? (signed && computeWeightedMedianTime(weigh(signed.value, set ?? []))),
      firstBlockAt: times.firstBlockAt ?? first?.value.time,
      secondBlockAt: times.secondBlockAt ?? second?.value.time,
      firstRound: times.firstRound ?? commit?.value.round,
    },
  }
}

/** Also while nobody has a name: the state that tells them may be had later. */
function needsValidators({ validators }: HaltRecord): boolean {
  return validators?.some(({ operatorAddress }) => operatorAddress !== undefined) !== true
}

/**
 * The set that decides H+1, which nodes know before that block, with names from the state at H−1, which old and upgraded
 * nodes both have. Names that cannot be had are left out.
 */
async function readValidators(
  transport: NodeTransport,
  planHeight: bigint,
  options: { readonly signal?: AbortSignal },
): Promise<readonly HaltValidator[]> {
  const [members, profiles] = await Promise.all([
    readSet(transport, planHeight, options),
    fetchValidatorProfiles(transport, planHeight - 1n, options).catch(() => undefined),
  ])
  const labels = labelValidators(profiles?.value ?? [])
  const byAddress = new Map(
    (profiles?.value ?? []).flatMap((profile) => {
      const { consensusAddress, operatorAddress, moniker } = profile
      const address = consensusAddress === undefined ? undefined : consensusHexOf(consensusAddress)
      const label = labels.get(operatorAddress)?.text
      return address === undefined ? [] : [[address, { operatorAddress, moniker, label }] as const]
    }),
  )
  return members.map(({ address, power }) => ({
    address,
    power,
    ...(byAddress.get(address) ?? {
      operatorAddress: undefined,
      moniker: undefined,
      label: undefined,
    }),
  }))
}

/** A node that refuses the set of H+1 is asked for that of H, which is the same unless the set changed just then. */
async function readSet(
  transport: NodeTransport,
  planHeight: bigint,
  options: { readonly signal?: AbortSignal },
): Promise<readonly ConsensusMember[]> {
  try {
    return (await fetchConsensusSet(transport, planHeight + 1n, options)).value
  } catch {
    return (await fetchConsensusSet(transport, planHeight, options)).value
  }
}

function weigh(
  precommits: readonly { readonly address: string; readonly time: Date }[],
  validators: readonly HaltValidator[],
) {
  const powers = new Map(validators.map(({ address, power }) => [address, power]))
  return precommits.map(({ address, time }) => ({ time, power: powers.get(address) ?? 1n }))
}
