import * as z from 'zod/mini'
import { planHeight } from '../build/feeds/link-row-shape.ts'
import { amount, height, status, time } from './field-shapes.ts'

/** The JSON of the commands about upgrades, plans and halts (`upgrades`, `upgrade`, `plan`, `halt`). */

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
