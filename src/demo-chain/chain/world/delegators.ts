import type { Delegation } from '../../../chain/proto/generated/cosmos/staking/v1beta1/staking.ts'
import { formatAccount } from './accounts.ts'
import type { Epoch } from './epoch.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { WorldValidator } from './validators.ts'

const SILENT = 1500
const VOTERS = 84
/** Who vote though they stake nothing, which counts for nothing. */
const EMPTY_VOTERS = 3
/** Shares of one uakt. */
const DEC_ONE = 10n ** 18n
const UAKT_DEC = DEC_ONE * 1_000_000n

/** Who stakes with whom. The shares of a validator's delegations add up to its own. */
export interface WorldStake {
  readonly delegations: readonly Delegation[]
  /** Accounts that may vote for themselves; operators are not among them. */
  readonly voters: readonly string[]
  /** Accounts that stake and never vote. */
  readonly silent: readonly string[]
}

/** Every delegation of a world; the operators' own to their validators included. */
export function createStake(epoch: Epoch, validators: readonly WorldValidator[]): WorldStake {
  const random = createRandom(`delegators ${epoch.seed}`)
  const account = (): string => formatAccount(random.bytes(20))
  const voters = Array.from({ length: VOTERS + EMPTY_VOTERS }, account)
  const silent = Array.from({ length: SILENT }, account)
  const pickRank = createRankPicker(validators, random)

  const books = validators.map(({ shares }) => ({ left: shares, rows: new Map<string, bigint>() }))
  const stakeAmount = (delegator: string, rank: number, aktAmount: number): void => {
    const book = books[rank]
    const whole = validators[rank]?.shares ?? 0n
    if (book === undefined || book.rows.has(delegator)) return
    const asked = BigInt(Math.floor(aktAmount * 1e6)) * DEC_ONE
    const shares = asked < whole / 40n ? asked : whole / 40n
    book.rows.set(delegator, shares)
    book.left -= shares
  }

  validators.forEach(({ wallet, shares }, rank) => {
    const own = Number(shares / UAKT_DEC) * (0.002 + random.next() * 0.02)
    stakeAmount(wallet, rank, own)
    // Some operators stake with others too.
    if (rank % 12 === 5) stakeAmount(wallet, pickRank(), 400 + random.below(9_000))
    if (rank % 24 === 5) stakeAmount(wallet, pickRank(), 1 + random.below(90))
  })
  voters.slice(0, VOTERS).forEach((voter, index) => {
    // The first is a whale at the strongest validator; the others stake with one to four.
    if (index === 0) stakeAmount(voter, 0, 260_000)
    const count = 1 + (random.chance(0.4) ? random.below(4) : 0)
    for (let at = 0; at < count; at++) {
      stakeAmount(voter, pickRank(), 5 + random.next() ** 3 * 60_000)
    }
  })

  const holders = validators.map((): string[] => [])
  for (const holder of silent) {
    holders[pickRank()]?.push(holder)
    if (random.chance(0.2)) holders[pickRank()]?.push(holder)
  }
  const delegations: Delegation[] = []
  books.forEach(({ left, rows }, rank) => {
    const { wallet = '', validator } = validators[rank] ?? {}
    const validatorAddress = validator?.operatorAddress ?? ''
    for (const [holder, shares] of divide(left, holders[rank] ?? [], wallet, random)) {
      rows.set(holder, (rows.get(holder) ?? 0n) + shares)
    }
    for (const [delegatorAddress, shares] of rows) {
      if (shares === 0n) continue
      delegations.push({ delegatorAddress, validatorAddress, shares: String(shares) })
    }
  })
  return { delegations, voters, silent }
}

/** Draws a rank; the stronger a validator, the more people stake with it. */
function createRankPicker(validators: readonly WorldValidator[], random: Random): () => number {
  const bounds: number[] = []
  let sum = 0
  for (const { powerShare } of validators) {
    sum += Math.sqrt(powerShare)
    bounds.push(sum)
  }
  return () => {
    const drawn = random.next() * sum
    return bounds.findIndex((bound) => drawn < bound)
  }
}

/** Divides an amount among holders, a few of whom hold most; without holders it is the operator's. */
function divide(
  amount: bigint,
  holders: readonly string[],
  operator: string,
  random: Random,
): ReadonlyMap<string, bigint> {
  const weights = holders.map(() => 1 + Math.floor(random.next() ** 6 * 1e6))
  const whole = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
  const parts = new Map<string, bigint>()
  let left = amount
  holders.forEach((holder, index) => {
    // Whole base units, so that what a wallet reads back is what somebody sent.
    const part = ((amount * BigInt(weights[index] ?? 0)) / whole / DEC_ONE) * DEC_ONE
    parts.set(holder, (parts.get(holder) ?? 0n) + part)
    left -= part
  })
  const last = holders.at(-1) ?? operator
  parts.set(last, (parts.get(last) ?? 0n) + left)
  return parts
}
