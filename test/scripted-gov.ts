import {
  allBytes,
  encodeBytesField,
  encodeIntegerField,
  lastBytes,
  lastInteger,
  lastMessage,
  lastText,
  readFields,
} from '../src/demo-chain/application/wire-fields.ts'
import { concatBytes, encodeUtf8 } from '../src/demo-chain/server/bytes.ts'
import { formatDec } from '../src/domain/decimal.ts'
import {
  countSlowly,
  type SlowDelegation,
  type SlowTally,
  type SlowValidator,
  type SlowVote,
} from '../src/domain/tally/testing/slow-tally.ts'
import { parseOperatorAccount } from '../src/domain/validator.ts'

/** Reads the recorded state; rejects where the recording does not hold the answer. */
export type ReadState = (path: string, data: Uint8Array) => Promise<Uint8Array>

/** x/gov `Vote`; options by their wire numbers, weights as decimals with a dot. */
export interface ScriptedVote extends SlowVote {
  readonly proposalId: bigint
  readonly metadata: string
}

const GOV = '/cosmos.gov.v1.Query/'
const STAKING = '/cosmos.staking.v1beta1.Query/'

/** A PageRequest (field 2) for more than any list holds. */
const EVERYTHING = encodeBytesField(2, encodeIntegerField(3, 10_000n))

/** Votes of a proposal in the recording. Vote: 1 proposal, 2 voter, 4 options {1 option, 2 weight}, 5 metadata. */
export async function readVotes(
  read: ReadState,
  proposalId: bigint,
): Promise<readonly ScriptedVote[]> {
  const request = concatBytes(encodeIntegerField(1, proposalId), EVERYTHING)
  const answer = readFields(await read(`${GOV}Votes`, request))
  return allBytes(answer, 1).map((bytes) => {
    const vote = readFields(bytes)
    const options = allBytes(vote, 4).map((option) => {
      const fields = readFields(option)
      return [Number(lastInteger(fields, 1)), lastText(fields, 2)] as const
    })
    return { proposalId, voter: lastText(vote, 2), options, metadata: lastText(vote, 5) }
  })
}

export function encodeVote(vote: ScriptedVote): Uint8Array {
  const { proposalId, voter, options, metadata } = vote
  return concatBytes(
    encodeIntegerField(1, proposalId),
    textField(2, voter),
    ...options.map(([option, weight]) =>
      encodeBytesField(4, concatBytes(encodeIntegerField(1, BigInt(option)), textField(2, weight))),
    ),
    ...(metadata === '' ? [] : [textField(5, metadata)]),
  )
}

export interface Stake {
  readonly validators: readonly SlowValidator[]
  readonly bondedTokens: string
}

/** Validator: 1 operator, 3 jailed, 5 tokens, 6 shares. Pool: 2 bonded tokens. */
export async function readStake(read: ReadState): Promise<Stake> {
  const request = concatBytes(textField(1, 'BOND_STATUS_BONDED'), EVERYTHING)
  const validators = readFields(await read(`${STAKING}Validators`, request))
  const pool = lastMessage(readFields(await read(`${STAKING}Pool`, new Uint8Array())), 1)
  return {
    bondedTokens: lastText(pool, 2),
    validators: allBytes(validators, 1).map((bytes) => {
      const validator = readFields(bytes)
      const operator = lastText(validator, 1)
      return {
        operator,
        account: parseOperatorAccount(operator) ?? '',
        tokens: lastText(validator, 5),
        shares: scaledText(lastText(validator, 6)),
        isBonded: lastInteger(validator, 3) === 0n,
      }
    }),
  }
}

/** Delegation: 2 validator, 3 shares. */
export async function readDelegations(
  read: ReadState,
  delegator: string,
): Promise<readonly SlowDelegation[]> {
  const request = concatBytes(textField(1, delegator), EVERYTHING)
  const answer = readFields(await read(`${STAKING}DelegatorDelegations`, request))
  return allBytes(answer, 1).map((bytes) => {
    const delegation = lastMessage(readFields(bytes), 1)
    return {
      delegator,
      operator: lastText(delegation, 2),
      shares: scaledText(lastText(delegation, 3)),
    }
  })
}

/** The shares a vote is judged by, as in the recording's parameters. */
const MARKS = { quorum: '0.2', threshold: '0.5', vetoThreshold: '0.334' }

/** Counts as the node would, by the slow tally the product's own is tested against. */
export function countVotes(
  stake: Stake,
  delegations: readonly SlowDelegation[],
  votes: readonly SlowVote[],
): SlowTally {
  return countSlowly({ ...stake, ...MARKS, delegations, votes })
}

/** TallyResult: 1 yes, 2 abstain, 3 no, 4 no with veto. */
export function encodeTally({ counts }: SlowTally): Uint8Array {
  return concatBytes(...counts.map((count, index) => textField(index + 1, count)))
}

/** When the vote on a proposal ends (field 9), seconds since the epoch. */
export function votingEndOf(proposal: Uint8Array): bigint {
  return lastInteger(lastMessage(readFields(proposal), 9), 1)
}

/** A proposal as the node stores it once its vote was counted. Proposal: 3 status, 4 final tally, 15 why it failed. */
export function closeProposal(proposal: Uint8Array, tally: SlowTally): Uint8Array {
  const isPassed = tally.verdict === 'passes'
  const kept = readFields(proposal).flatMap(({ number, integer, bytes }) => {
    if ([3, 4, 15].includes(number)) return []
    return [bytes ? encodeBytesField(number, bytes) : encodeIntegerField(number, integer)]
  })
  const reason = 'proposal did not get enough votes to pass'
  return concatBytes(
    ...kept,
    encodeIntegerField(3, isPassed ? 3n : 4n),
    encodeBytesField(4, encodeTally(tally)),
    ...(isPassed ? [] : [textField(15, reason)]),
  )
}

export async function readProposal(read: ReadState, proposalId: bigint): Promise<Uint8Array> {
  const answer = await read(`${GOV}Proposal`, encodeIntegerField(1, proposalId))
  return lastBytes(readFields(answer), 1) ?? new Uint8Array()
}

function textField(number: number, text: string): Uint8Array {
  return encodeBytesField(number, encodeUtf8(text))
}

/** Decimals of x/staking travel as integers, 18 digits of which come after the dot. */
function scaledText(digits: string): string {
  return formatDec(BigInt(digits))
}
