import type { ConsensusValidator } from '../chain/ledger.ts'
import { formatGoTime } from './go-time.ts'
import type { VoteKind } from './live-round.ts'
import { upperHex } from './seeded-bytes.ts'
import { totalPowerOf } from './validator-json.ts'

const TYPE_TEXTS: Record<VoteKind, string> = {
  prevote: 'SIGNED_MSG_TYPE_PREVOTE(Prevote)',
  precommit: 'SIGNED_MSG_TYPE_PRECOMMIT(Precommit)',
}

/** A vote for a block in the words of `consensus_state` (halt/003). Of hashes the first 6 bytes. */
export function voteText(vote: {
  readonly index: number
  readonly validator: ConsensusValidator
  readonly kind: VoteKind
  readonly height: bigint
  readonly round: number
  readonly blockHash: Uint8Array
  readonly signature: Uint8Array
  readonly time: Date
}): string {
  const round = String(vote.round).padStart(2, '0')
  const who = `${vote.index}:${shortHex(vote.validator.address)}`
  const what = `${vote.height}/${round}/${TYPE_TEXTS[vote.kind]} ${shortHex(vote.blockHash)}`
  return `Vote{${who} ${what} ${shortHex(vote.signature)} 000000000000 @ ${formatGoTime(vote.time)}}`
}

/** Which validators have voted, as `BA{3:xx_} 66/100 = 0.66`: places in the set, power, part of all power. */
export function bitArrayText(
  validators: readonly ConsensusValidator[],
  voted: ReadonlySet<number>,
): string {
  const total = totalPowerOf(validators)
  const power = totalPowerOf(validators.filter((_, index) => voted.has(index)))
  const part = total === 0n ? 0 : Number(power) / Number(total)
  return `BA{${validators.length}:${bitText(validators.length, voted)}} ${power}/${total} = ${part.toFixed(2)}`
}

export function bitText(length: number, voted: ReadonlySet<number>): string {
  return Array.from({ length }, (_, index) => (voted.has(index) ? 'x' : '_')).join('')
}

function shortHex(bytes: Uint8Array): string {
  return upperHex(bytes.subarray(0, 6))
}
