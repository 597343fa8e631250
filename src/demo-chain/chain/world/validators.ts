import type { ValidatorSigningInfo } from '../../../chain/proto/generated/cosmos/slashing/v1beta1/slashing.ts'
import type {
  Description,
  Validator,
} from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { PUB_KEY } from '../../protobuf/common-messages.ts'
import { encodeProto } from '../../protobuf/message-writer.ts'
import { formatAccount, formatConsensusAddress, formatOperator } from './accounts.ts'
import { MINUTE_MS, SIGNED_BLOCKS_WINDOW } from './chain-params.ts'
import { UAKT_PER_AKT } from './coins.ts'
import type { Epoch } from './epoch.ts'
import { toTimestamp, UNIX_EPOCH } from './proto-times.ts'
import type { Random } from './random.ts'
import { createRandom, shuffle } from './random.ts'
import { HOSTILE_WEBSITES, MONIKER_ENDINGS, MONIKER_WORDS, ODD_MONIKERS } from './texts/monikers.ts'

const BONDED = 100
const UNBONDED = 6
/** AKT of all that are bonded. */
const BONDED_STAKE = 140_000_000
const DAY_MS = 1440 * MINUTE_MS
const DEC_ONE = 10n ** 18n

/** A validator and what the world needs to know of it besides. */
export interface WorldValidator {
  readonly validator: Validator
  /** The operator's account. */
  readonly wallet: string
  /** Scaled by 10^18. */
  readonly shares: bigint
  /** Its part of all bonded tokens; 0 of one that is not bonded. */
  readonly powerShare: number
  /** How often it misses a commit, 0 to 1. */
  readonly absence: number
  readonly signingInfo: ValidatorSigningInfo
}

/** The validators of a world, strongest first, those without a part in consensus last. The epoch only dates them. */
export function createValidators(epoch: Epoch): readonly WorldValidator[] {
  const random = createRandom(`validators ${epoch.seed}`)
  const weights = Array.from({ length: BONDED }, (_, rank) => weighRank(rank))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const monikers = listMonikers(random)
  return Array.from({ length: BONDED + UNBONDED }, (_, rank) => {
    const powerShare = (weights[rank] ?? 0) / whole
    const moniker = monikers[rank] ?? ''
    return createValidator({ rank, powerShare, moniker, epoch, random })
  })
}

/** The strongest about 8 %, then a long tail, as on mainnet. */
function weighRank(rank: number): number {
  return (1 - rank / 105) ** 0.8 / (rank + 8) ** 1.3
}

function listMonikers(random: Random): readonly string[] {
  const plain: string[] = []
  for (const word of MONIKER_WORDS) {
    for (const ending of MONIKER_ENDINGS) plain.push(`${word}${ending}`)
  }
  const rest = BONDED + UNBONDED - ODD_MONIKERS.length
  return shuffle([...ODD_MONIKERS, ...shuffle(plain, random).slice(0, rest)], random)
}

interface Draft {
  readonly rank: number
  readonly powerShare: number
  readonly moniker: string
  readonly epoch: Epoch
  readonly random: Random
}

function createValidator({ rank, powerShare, moniker, epoch, random }: Draft): WorldValidator {
  const isBonded = rank < BONDED
  const out = rank - BONDED
  const account = random.bytes(20)
  const key = random.bytes(32)
  const stake = isBonded ? powerShare * BONDED_STAKE : 900 + random.below(20_000)
  const tokens = BigInt(Math.floor(stake)) * UAKT_PER_AKT + BigInt(random.below(1_000_000))
  const absence = chooseAbsence(rank, random)
  const createdAt = epoch.genesisTime.getTime() - (40 + random.below(1600)) * DAY_MS
  // Two leave in good order, two are gone, two were jailed; ids of unbondings count up over the chain.
  const isUnbonding = !isBonded && out % 3 !== 2
  const leftAt = epoch.genesisTime.getTime() - (out + 1) * 2 * DAY_MS
  const shares = tokens * slashedRatio(rank)
  const commission = random.pick([5, 5, 5, 6, 8, 10, 10, 20])
  const validator: Validator = {
    operatorAddress: formatOperator(account),
    consensusPubkey: {
      typeUrl: '/cosmos.crypto.ed25519.PubKey',
      value: encodeProto(PUB_KEY, { key }),
    },
    jailed: out === 1 || out === 2,
    status: isBonded ? 3 : isUnbonding ? 2 : 1,
    tokens: String(tokens),
    delegatorShares: String(shares),
    description: describeValidator(rank, moniker, random),
    unbondingHeight: isUnbonding ? epoch.genesisHeight - BigInt((out + 1) * 28_800) : 0n,
    unbondingTime: isUnbonding ? toTimestamp(leftAt + 21 * DAY_MS) : UNIX_EPOCH,
    commission: {
      commissionRates: {
        rate: percentDec(rank === 41 ? 100 : commission),
        maxRate: percentDec(random.pick([20, 25, 50, 100])),
        maxChangeRate: percentDec(random.pick([1, 1, 5, 10])),
      },
      updateTime: toTimestamp(createdAt),
    },
    minSelfDelegation: '1',
    unbondingOnHoldRefCount: 0n,
    unbondingIds: isUnbonding ? [BigInt(4000 + out)] : [],
  }
  const signingInfo: ValidatorSigningInfo = {
    address: formatConsensusAddress(key),
    startHeight: epoch.genesisHeight - BigInt(1_200_000 + random.below(9_000_000)),
    indexOffset: BigInt(random.below(SIGNED_BLOCKS_WINDOW)),
    jailedUntil: validator.jailed ? toTimestamp(leftAt + 10 * MINUTE_MS) : UNIX_EPOCH,
    tombstoned: out === 2,
    missedBlocksCounter: BigInt(Math.floor(absence * SIGNED_BLOCKS_WINDOW)),
  }
  return {
    validator,
    wallet: formatAccount(account),
    shares,
    powerShare,
    absence,
    signingInfo,
  }
}

/** Most sign always, some now and then not, and two mostly not, yet often enough not to be jailed. */
function chooseAbsence(rank: number, random: Random): number {
  if (rank === 58 || rank === 83) return 0.88 + random.next() * 0.05
  return random.chance(0.16) ? random.next() ** 3 * 0.2 : 0
}

/** Shares a token: more than one where a slash took tokens. Scaled by 10^18, never a round number then. */
function slashedRatio(rank: number): bigint {
  if (rank % 29 === 17) return (DEC_ONE * 10_000n) / 9_900n
  return rank >= BONDED && rank % 3 !== 1 ? (DEC_ONE * 20n) / 19n : DEC_ONE
}

function describeValidator(rank: number, moniker: string, random: Random): Description {
  const slug = `v${rank}.validators.example`
  const hostile = HOSTILE_WEBSITES[(rank - 7) / 13]
  return {
    moniker,
    identity: random.chance(0.6)
      ? Array.from(random.bytes(8), (byte) => byte.toString(16).padStart(2, '0'))
          .join('')
          .toUpperCase()
      : '',
    website: hostile ?? (random.chance(0.7) ? `https://${slug}` : ''),
    securityContact: random.chance(0.4) ? `security@${slug}` : '',
    details: random.chance(0.5)
      ? `Runs ${1 + random.below(9)} machines in ${random.pick(PLACES)}.`
      : '',
  }
}

const PLACES: readonly [string, ...string[]] = [
  'two countries',
  'one cellar',
  'Reykjavík',
  'a former bank',
  'three data centres',
]

function percentDec(percent: number): string {
  return `${percent}${'0'.repeat(16)}`
}
