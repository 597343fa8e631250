import { parseChainTime } from '../../chain-time.ts'
import type { ParsedRoundState, RoundVotes } from './round-state.ts'

/** More rounds than this are not read: a node keeps every round of its height, and a halt can last a night. */
const MOST_ROUNDS = 10_000
/** No chain lets so many validators sign. */
const MOST_PLACES = 2_000
const BIT_ARRAY = /^BA\{(\d{1,4}):([x_\s]*)\} (\d{1,20})\/(\d{1,20}) = \d/
const VOTE = /^Vote\{(\d{1,4}):([0-9A-F]{12}) .* @ ([^ }]+)\}$/

/**
 * The result of `consensus_state` (`height/round/step`, `height_vote_set`) or of `dump_consensus_state` (`height`, `round`
 * and `step` apart, `votes`). Never throws: a shape no known node has is told as such, with the part that is not there.
 */
export function parseRoundState(result: unknown): ParsedRoundState {
  const state = fieldOf(result, 'round_state')
  const position = parsePosition(state)
  if (position === undefined) return unknown('height/round/step')
  const sets = fieldOf(state, 'height_vote_set') ?? fieldOf(state, 'votes')
  if (!Array.isArray(sets) || sets.length === 0 || sets.length > MOST_ROUNDS) {
    return unknown('height_vote_set')
  }
  const rounds: RoundVotes[] = []
  const voters = new Map<number, string>()
  let size: { readonly count: number; readonly total: bigint } | undefined
  let newestVoteAt: Date | undefined
  for (const set of sets) {
    const round = fieldOf(set, 'round')
    const prevotes = parseBits(fieldOf(set, 'prevotes_bit_array'))
    const precommits = parseBits(fieldOf(set, 'precommits_bit_array'))
    if (typeof round !== 'number' || !Number.isSafeInteger(round) || round < 0) {
      return unknown('round')
    }
    if (prevotes === undefined) return unknown('prevotes_bit_array')
    if (precommits === undefined) return unknown('precommits_bit_array')
    for (const { count, total } of [prevotes, precommits]) {
      size ??= { count, total }
      if (count !== size.count || total !== size.total) return unknown('one validator set')
    }
    for (const vote of [...listOf(set, 'prevotes'), ...listOf(set, 'precommits')]) {
      const match = typeof vote === 'string' ? VOTE.exec(vote) : null
      if (match === null) continue
      const [, place = '', voter = '', time = ''] = match
      voters.set(Number(place), voter)
      const castAt = parseChainTime(time)
      if (castAt !== undefined && (newestVoteAt === undefined || castAt > newestVoteAt)) {
        newestVoteAt = castAt
      }
    }
    rounds.push({
      round,
      prevotes: prevotes.places,
      precommits: precommits.places,
      prevotePower: prevotes.power,
      precommitPower: precommits.power,
    })
  }
  if (size === undefined || size.count === 0 || size.total === 0n) return unknown('validators')
  return {
    kind: 'round-state',
    state: {
      ...position,
      validatorCount: size.count,
      totalPower: size.total,
      rounds,
      voters,
      newestVoteAt,
    },
  }
}

function unknown(missing: string): ParsedRoundState {
  return { kind: 'unknown-shape', missing }
}

function parsePosition(state: unknown) {
  const brief = fieldOf(state, 'height/round/step')
  if (typeof brief === 'string') {
    const [, height, round, step] = /^(\d{1,19})\/(\d{1,9})\/([1-8])$/.exec(brief) ?? []
    if (height === undefined) return undefined
    return { height: BigInt(height), round: Number(round), step: Number(step) }
  }
  const height = fieldOf(state, 'height')
  const round = fieldOf(state, 'round')
  const step = fieldOf(state, 'step')
  if (typeof height !== 'string' || !/^\d{1,19}$/.test(height)) return undefined
  if (typeof round !== 'number' || typeof step !== 'number') return undefined
  if (!Number.isSafeInteger(round) || round < 0 || !(step >= 1 && step <= 8)) return undefined
  return { height: BigInt(height), round, step }
}

/** `BA{3:xx_} 66/100 = 0.66`. undefined also when it has another number of bits than it says. */
function parseBits(text: unknown) {
  const match = typeof text === 'string' ? BIT_ARRAY.exec(text) : null
  if (match === null) return undefined
  const [, count = '', marks = '', power = '', total = ''] = match
  const bits = marks.replace(/\s/g, '')
  if (bits.length !== Number(count) || bits.length > MOST_PLACES) return undefined
  const places = new Set<number>()
  for (let place = 0; place < bits.length; place++) if (bits[place] === 'x') places.add(place)
  return { count: bits.length, places, power: BigInt(power), total: BigInt(total) }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key)
  return Array.isArray(list) ? list : []
}
