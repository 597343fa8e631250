import * as z from 'zod/mini'
import { amount, height, status, time } from './field-shapes.ts'

/**
 * The JSON of the commands about proposals and nodes; those about upgrades, AEPs and the marketplace have files of their
 * own. Every answer is checked against these before it is printed, so they are its documentation. Amounts are base-unit
 * decimal strings, times RFC 3339 in UTC, shares 18-digit decimals; null means "not known" or "there is none" as each field
 * says.
 */

const coin = z.strictObject({ denom: z.string(), amount })
const tally = z.strictObject({ yes: amount, abstain: amount, no: amount, noWithVeto: amount })

/** A row of `proposals`: one that the app could not read has `unreadable` set and all but its id null. */
export const ProposalRowShape = z.strictObject({
  id: z.number().check(z.int(), z.positive()),
  status: z.nullable(status),
  title: z.nullable(z.string()),
  expedited: z.nullable(z.boolean()),
  /** From an expedited to a regular vote; null where it cannot be told from what was read. */
  converted: z.nullable(z.boolean()),
  /** The chain's words; empty when there are none. */
  failedReason: z.nullable(z.string()),
  votingEndsAt: time,
  /** Short names of what its messages do. */
  kinds: z.array(z.string()),
  proposer: z.nullable(z.string()),
  submittedAt: time,
  depositEndsAt: time,
  votingStartsAt: time,
  totalDeposit: z.array(coin),
  /** Stored by the chain; while in vote, that of a failed expedited round or zeros. */
  finalTally: z.nullable(tally),
  /** The node's live count; null unless in vote, or where no node would count. */
  liveTally: z.nullable(tally),
  unreadable: z.nullable(z.string()),
})

const field = z.strictObject({ path: z.string(), label: z.string(), text: z.string() })

/** A message as rows; `inner` are messages inside, `bytes` (hex) stand for one that could not be decoded. */
export interface MessageJson {
  readonly typeUrl: string
  readonly summary: string | null
  readonly fields: readonly { path: string; label: string; text: string }[]
  readonly inner: readonly MessageJson[]
  readonly bytes: string | null
}
const message: z.ZodMiniType<MessageJson> = z.lazy(() =>
  z.strictObject({
    typeUrl: z.string(),
    summary: z.nullable(z.string()),
    fields: z.array(field),
    inner: z.array(message),
    bytes: z.nullable(z.string()),
  }),
)

/** `proposal <id>` */
export const ProposalShape = z.extend(ProposalRowShape, {
  summary: z.nullable(z.string()),
  metadata: z.nullable(z.string()),
  messages: z.array(message),
  /** null where the node would not list them; empty once the vote has ended, when the chain deletes them. */
  deposits: z.nullable(z.array(z.strictObject({ depositor: z.string(), coins: z.array(coin) }))),
  /** What is missing to the minimum deposit; null where the parameters are not known. */
  missingDeposit: z.nullable(z.array(coin)),
})

/** A row of `nodes` */
export const NodeShape = z.strictObject({
  endpoint: z.string(),
  /** `ok`, or why it is not: the kinds of the app's node states and failures. */
  state: z.string(),
  /** The state as a sentence. */
  sentence: z.string(),
  chainId: z.nullable(z.string()),
  latestHeight: z.nullable(height),
  latestBlockTime: time,
  earliestHeight: z.nullable(height),
  txIndex: z.nullable(z.enum(['on', 'off'])),
  engineVersion: z.nullable(z.string()),
  appVersion: z.nullable(z.string()),
  /** Blocks behind the best of the endpoints asked; null where the height is not known. */
  lag: z.nullable(z.number().check(z.int(), z.nonnegative())),
  latencyMs: z.nullable(z.number()),
  /** With `--height` alone: whether it has the block of that height; null where the node did not answer. */
  blockAtHeight: z.optional(z.nullable(z.enum(['kept', 'pruned', 'not-reached']))),
})

/** An 18-digit decimal. */
const decimal = z.string().check(z.regex(/^-?\d+\.\d{18}$/))

/** `tally <id>` */
export const TallyShape = z.extend(tally, {
  /** Voted power of the bonded stake; null where the stake of that time is not known (votes that have ended). */
  turnout: z.nullable(decimal),
  quorumReached: z.nullable(z.boolean()),
  /** If the vote ended now; of one that has ended, whether it passed. */
  wouldPass: z.nullable(z.boolean()),
  /** Counted here from every vote and delegation; null without `--exact`. */
  recomputed: z.nullable(tally),
})

/** A row of `nonvoters` */
export const NonVoterShape = z.strictObject({
  operatorAddress: z.string(),
  moniker: z.string(),
  tokens: amount,
  /** This validator's stake and that of all greater ones, of the bonded stake. */
  cumulativeShare: z.nullable(decimal),
})

/** A row of `votes` */
export const VoteShape = z.strictObject({
  voter: z.string(),
  /** The bonded validator this account operates; null for a delegator. */
  operatorAddress: z.nullable(z.string()),
  options: z.array(z.strictObject({ option: z.string(), weight: decimal })),
  /** What the vote weighs, in base units; see `powerIs`. */
  power: z.nullable(amount),
  /** `exact` with `--exact`; `at-most`: a validator's whole stake; `unknown`: a delegator's needs `--exact`. */
  powerIs: z.enum(['exact', 'at-most', 'unknown']),
  metadata: z.string(),
})

const provenance = z.strictObject({
  chainId: z.nullable(z.string()),
  height: z.nullable(height),
  time,
  endpoint: z.nullable(z.string()),
  query: z.string(),
})

/** Every command prints one object of this form. */
export function answerShape<T extends z.ZodMiniType>(data: T) {
  return z.strictObject({ provenance, data })
}
