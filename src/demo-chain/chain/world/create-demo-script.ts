import { KNOWN_UPGRADES } from '../../../data/known-upgrades.ts'
import type { ChainScript, Genesis, TimedAction } from '../script.ts'
import {
  COMMUNITY_POOL,
  DEPOSIT_PERIOD_MS,
  GOV_PARAMS,
  INFLATION,
  MINUTE_MS,
  MODULE_VERSIONS,
  SLASHING_PARAMS,
  STAKING_PARAMS,
  SUPPLY,
  VOTING_PERIOD_MS,
} from './chain-params.ts'
import type { Track } from './courses.ts'
import type { WorldStake } from './delegators.ts'
import { createStake } from './delegators.ts'
import type { Epoch } from './epoch.ts'
import { findEpoch } from './epoch.ts'
import { createPastProposals } from './past-proposals.ts'
import { createProposalActions } from './proposal-actions.ts'
import { countStakeActions, createStakeAction } from './stake-actions.ts'
import { TRACKS } from './tracks.ts'
import { listHalts } from './upgrade-plans.ts'
import type { WorldValidator } from './validators.ts'
import { createValidators } from './validators.ts'

/** No proposal is spoken of any longer after its submission. */
const LONGEST_COURSE_MS = DEPOSIT_PERIOD_MS + VOTING_PERIOD_MS + 5 * MINUTE_MS

export interface DemoScriptOptions {
  /** Only the epoch it lies in matters: a day, counted from 2026-01-01 in UTC. */
  readonly now: Date
  /** Another seed is another world. @default 1 */
  readonly seed?: number
}

/**
 * The demo chain's world: mainnet's upgrades and proposals as far as they are on record for a past, invented
 * validators, delegators and proposals for a present that goes on for ever. The same epoch and seed give the same.
 */
export function createDemoScript({ now, seed = 1 }: DemoScriptOptions): ChainScript {
  const epoch = findEpoch(now, seed)
  const validators = createValidators(epoch)
  const stake = createStake(epoch, validators)
  const bonded = validators.filter(({ powerShare }) => powerShare > 0)
  const electorate = { validators: bonded, voters: stake.voters }
  const stakers = {
    delegators: stake.silent,
    operators: bonded.map(({ validator }) => validator.operatorAddress),
  }
  const written = new Map<string, readonly TimedAction[]>()

  function proposalActions(track: Track, index: number): readonly TimedAction[] {
    const key = `${track.name}-${index}`
    const known = written.get(key)
    if (known !== undefined) return known
    const actions = createProposalActions(track, index, epoch, electorate)
    written.set(key, actions)
    return actions
  }

  return {
    genesis: createGenesis(epoch, validators, stake),
    seed,
    halts: listHalts(),
    actions(from, to) {
      const fromMs = from.getTime()
      const toMs = to.getTime()
      const fromAfter = fromMs - epoch.genesisTime.getTime()
      const toAfter = toMs - epoch.genesisTime.getTime()
      const found: TimedAction[] = []
      for (const track of TRACKS) {
        const oldest = fromAfter - LONGEST_COURSE_MS - track.offsetMs
        let index = Math.max(0, Math.floor(oldest / track.periodMs))
        for (; track.offsetMs + index * track.periodMs <= toAfter; index++) {
          for (const timed of proposalActions(track, index)) {
            const atMs = timed.at.getTime()
            if (atMs > fromMs && atMs <= toMs) found.push(timed)
          }
        }
      }
      const stakeEnd = countStakeActions(toAfter)
      for (let index = countStakeActions(fromAfter); index < stakeEnd; index++) {
        found.push(createStakeAction(index, epoch, stakers))
      }
      // Sorting is stable: what happens in the same millisecond stays in the order of the tracks.
      return found.sort((a, b) => a.at.getTime() - b.at.getTime())
    },
  }
}

function createGenesis(
  epoch: Epoch,
  validators: readonly WorldValidator[],
  stake: WorldStake,
): Genesis {
  const proposals = createPastProposals(epoch)
  const applied = KNOWN_UPGRADES.filter(({ height }) => height < epoch.genesisHeight)
  return {
    chainId: epoch.chainId,
    height: epoch.genesisHeight,
    time: epoch.genesisTime,
    validators: validators.map(({ validator }) => validator),
    absence: new Map(
      validators
        .filter(({ absence }) => absence > 0)
        .map(({ validator, absence }) => [validator.operatorAddress, absence]),
    ),
    delegations: stake.delegations,
    signingInfos: validators.map(({ signingInfo }) => signingInfo),
    govParams: GOV_PARAMS,
    constitution: '',
    stakingParams: STAKING_PARAMS,
    slashingParams: SLASHING_PARAMS,
    proposals,
    nextProposalId: (proposals.at(-1)?.id ?? 0n) + 1n,
    plan: undefined,
    appliedUpgrades: applied.map(({ name, height }) => ({ name, height })),
    moduleVersions: MODULE_VERSIONS,
    supply: SUPPLY,
    communityPool: COMMUNITY_POOL,
    inflation: INFLATION,
    appVersion: applied.at(-1)?.version ?? 'v0.10.1',
  }
}
