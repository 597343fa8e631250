import { compareBytes } from '../server/bytes.ts'
import { sha256 } from '../server/sha256.ts'
import type { ConsensusValidator } from './ledger.ts'
import type { Genesis } from './script.ts'
import { seededNumber } from './seeded.ts'
import { consensusKey, type StakingStore } from './staking-store.ts'

const BONDED = 3
const UAKT_PER_POWER = 1_000_000n
/** Changes of power take effect two blocks later. */
const DELAY = 2
const ADDRESS_LENGTH = 20
/** 2^64 over the golden ratio: its multiples fall evenly. */
const GOLDEN = 0x9e3779b97f4a7c15n

/** Who makes blocks, as CometBFT sees it. */
export interface Consensus {
  /** Strongest first, then by address. */
  validatorSet(height: number): readonly ConsensusValidator[]
  /** Operators missing from the commit of a block. */
  absent(height: number): ReadonlySet<string>
  /** Address of one that was there, in turn by power. */
  proposer(height: number): Uint8Array
}

export function createConsensus(genesis: Genesis, seed: number, staking: StakingStore): Consensus {
  const start = Number(genesis.height)
  const keys = new Map<string, { readonly publicKey: Uint8Array; readonly address: Uint8Array }>()
  const sets = new Map<number, readonly ConsensusValidator[]>()
  const unreliable = [...genesis.absence].filter(([, rate]) => rate > 0)

  for (const validator of genesis.validators) {
    const publicKey = consensusKey(validator)
    const address = sha256(publicKey).subarray(0, ADDRESS_LENGTH)
    keys.set(validator.operatorAddress, { publicKey, address })
  }

  function validatorSet(height: number): readonly ConsensusValidator[] {
    const seenAt = Math.max(start, height - DELAY)
    const version = staking.version(seenAt)
    const known = sets.get(version)
    if (known !== undefined) return known
    const set: ConsensusValidator[] = []
    for (const { operatorAddress, status, jailed, tokens } of staking.validators(seenAt)) {
      const key = keys.get(operatorAddress)
      const power = BigInt(tokens) / UAKT_PER_POWER
      if (status !== BONDED || jailed || power === 0n || key === undefined) continue
      set.push({ ...key, power, operatorAddress })
    }
    set.sort((a, b) =>
      a.power === b.power ? compareBytes(a.address, b.address) : a.power < b.power ? 1 : -1,
    )
    sets.set(version, set)
    return set
  }

  function absent(height: number): ReadonlySet<string> {
    const missing = new Set<string>()
    for (const [index, [operatorAddress, rate]] of unreliable.entries()) {
      if (seededNumber(seed, height, index + 2) < rate * 0x1_0000_0000) missing.add(operatorAddress)
    }
    return missing
  }

  return {
    validatorSet,
    absent,
    proposer(height) {
      const missing = absent(height)
      const present = validatorSet(height).filter(
        ({ operatorAddress }) => !missing.has(operatorAddress),
      )
      const total = present.reduce((sum, { power }) => sum + power, 0n)
      let turn = (BigInt.asUintN(64, BigInt(height) * GOLDEN) * total) >> 64n
      for (const { power, address } of present) {
        if (turn < power) return address
        turn -= power
      }
      return present[0]?.address ?? new Uint8Array(ADDRESS_LENGTH)
    },
  }
}
