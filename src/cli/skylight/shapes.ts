import * as z from 'zod/mini'

/**
 * The JSON of the commands. Every answer is checked against these before it is printed, so this file is their
 * documentation. Amounts are base-unit decimal strings, times RFC 3339 in UTC, shares 18-digit decimals; null means
 * "not known" or "there is none" as each field says.
 */

const amount = z.string().check(z.regex(/^-?\d+$/))
const time = z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/)))
const height = z.number().check(z.int(), z.nonnegative())

const coin = z.strictObject({ denom: z.string(), amount })
const tally = z.strictObject({ yes: amount, abstain: amount, no: amount, noWithVeto: amount })

const status = z.enum([
  'PROPOSAL_STATUS_UNSPECIFIED',
  'PROPOSAL_STATUS_DEPOSIT_PERIOD',
  'PROPOSAL_STATUS_VOTING_PERIOD',
  'PROPOSAL_STATUS_PASSED',
  'PROPOSAL_STATUS_REJECTED',
  'PROPOSAL_STATUS_FAILED',
])

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

/** A height of a plan, which may be any 64-bit number: text where a number would not hold it. */
const planHeight = z.union([z.number().check(z.int()), amount])

const planState = z.enum([
  'applied',
  'scheduled',
  'in-vote',
  'in-deposit',
  'rejected',
  'failed',
  'cancelled',
  'superseded',
  'skipped',
  'unknown',
])

/** `2022-04-26`, or as `time`. */
const dayOrTime = z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/)))

/** A row of `upgrades` */
export const UpgradeRowShape = z.strictObject({
  /** null: a cancellation of which no plan is known. */
  name: z.nullable(z.string()),
  height: z.nullable(planHeight),
  /** What became of the plan; `cancellation-…` is a proposal to cancel the plan named. */
  state: z.union([planState, z.string().check(z.regex(/^cancellation-[a-z-]+$/))]),
  /** null: no proposal is known. */
  proposalId: z.nullable(z.number().check(z.int(), z.positive())),
  /** When it was applied; a day alone where that is all that is on record. */
  time: dayOrTime,
  /** `header`: of its block. `known-time`, `known-day`: on record elsewhere. null: it was not applied. */
  timeSource: z.nullable(z.enum(['header', 'known-time', 'known-day', 'not-known'])),
  /** Between the headers of H+1 and H+2; null where it is not known, or was not applied. */
  downtimeSeconds: z.nullable(z.number().check(z.nonnegative())),
  /** Numbers of the AEPs it delivered or is to deliver, ascending. Empty: none was found, or it came to nothing. */
  aeps: z.array(z.number().check(z.int(), z.positive())),
  /** Ids of the groups behind it, the surest first. Empty: no SIG existed yet, or it came to nothing. */
  sigs: z.array(z.string()),
})

/** `upgrade <name>` */
export const UpgradeShape = z.extend(UpgradeRowShape, {
  /** The state as a sentence. */
  reason: z.string(),
  /** Of consensus at H+1; 0 is at once. */
  round: z.nullable(z.number().check(z.int(), z.nonnegative())),
  /** From the end of the vote to the height; in whole days where only the day is known. */
  leadSeconds: z.nullable(z.number().check(z.nonnegative())),
  leadDays: z.nullable(z.number().check(z.int(), z.nonnegative())),
  /** The times contradict each other: the vote is on record as ending after the height. */
  isVoteAfterHeight: z.boolean(),
  /** The plan's, as its proposer wrote it. */
  info: z.string(),
  /** Every proposal for this name, the one that counts first. */
  requests: z.array(
    z.strictObject({
      proposalId: z.number().check(z.int(), z.positive()),
      title: z.string(),
      status,
      height: planHeight,
      state: planState,
      votingEndsAt: time,
      failedReason: z.string(),
    }),
  ),
})

/** `plan [id]` */
export const PlanShape = z.strictObject({
  plan: z.strictObject({
    name: z.string(),
    height: planHeight,
    info: z.string(),
    /** null: no proposal is known. */
    proposalId: z.nullable(z.number().check(z.int(), z.positive())),
  }),
  eta: z.strictObject({
    /** The times are null unless this is `range`; the truth lies in it in about eight cases of ten. */
    state: z.enum(['range', 'reached', 'not-enough-blocks', 'too-far']),
    p10: time,
    p50: time,
    p90: time,
    blocksLeft: planHeight,
    method: z.nullable(
      z.strictObject({
        /** Blocks over which block times were averaged. */
        windows: z.array(z.number().check(z.int())),
        blockSeconds: z.number(),
        /** The same estimate made at so many earlier blocks, so many blocks ahead. */
        rehearsals: z.number().check(z.int()),
        rehearsalBlocks: z.number().check(z.int()),
        /** Root mean square of how far those were off, as a share. */
        error: z.number(),
        words: z.array(z.string()),
      }),
    ),
    sample: z.nullable(
      z.strictObject({
        headers: z.number().check(z.int()),
        lowest: height,
        highest: height,
        /** Stretches the chain stood still in, left out. */
        standstills: z.array(
          z.strictObject({
            fromHeight: height,
            toHeight: height,
            seconds: z.number(),
            upgrade: z.nullable(z.string()),
          }),
        ),
        words: z.array(z.string()),
      }),
    ),
  }),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      verdict: z.enum(['pass', 'warn', 'fail', 'cannot-tell']),
      title: z.string(),
      reason: z.string(),
      source: z.string(),
    }),
  ),
})

/** Consensus power: whole AKT on Akash. */
const power = amount

/** `halt [name]`. Powers and `missing` are null where who is back cannot be seen. */
export const HaltShape = z.strictObject({
  planName: z.string(),
  planHeight,
  /** null: no endpoint answers. */
  phase: z.nullable(z.enum(['far', 'countdown', 'halted', 'resumed'])),
  /** What there is to know, in words. */
  sentence: z.string(),
  /** Where consensus stands on the node furthest on, as CometBFT numbers rounds and steps (8 is commit). */
  height: z.nullable(planHeight),
  round: z.nullable(z.number().check(z.int(), z.nonnegative())),
  step: z.nullable(z.number().check(z.int(), z.positive())),
  /** Everyone who has prevoted at the height after the plan's, in any round. */
  powerBack: z.nullable(power),
  /** The most of one round. */
  precommitPower: z.nullable(power),
  totalPower: z.nullable(power),
  /** Between the headers of the second and the first block after the plan's; null until both are there. */
  haltedSeconds: z.nullable(z.number().check(z.nonnegative())),
  /** By falling power; null also where votes cannot be put to names. */
  missing: z.nullable(
    z.array(
      z.strictObject({
        /** null: the state before the halt names no validator of that key. */
        operatorAddress: z.nullable(z.string()),
        moniker: z.nullable(z.string()),
        power,
      }),
    ),
  ),
  nodes: z.array(
    z.strictObject({
      endpoint: z.string(),
      height: z.nullable(planHeight),
      version: z.nullable(z.string()),
      state: z.enum(['before', 'old', 'upgraded', 'past', 'stale', 'dead']),
      sentence: z.string(),
    }),
  ),
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
