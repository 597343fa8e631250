import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1))
/** `YYYY-MM-DD` in UTC. */
const day = z.iso.date()
/** ISO 8601 in UTC, with a `Z`. */
const instant = z.iso.datetime()
const positive = z.bigint().check(z.positive())
const count = z.bigint().check(z.nonnegative())

/** When something happened, as far as it was written down. */
const KnownTimeSchema = z.discriminatedUnion('precision', [
  /** Taken from a chain's own record. */
  z.strictObject({ precision: z.literal('exact'), time: instant }),
  /** Announced or reckoned beforehand; the day is sure, the time of day is not. */
  z.strictObject({ precision: z.literal('estimate'), time: instant }),
  /** A day as the source wrote it; where it does not name its time zone it can be off by one in UTC. */
  z.strictObject({ precision: z.literal('day'), date: day }),
])

/** Where the facts of one row were read: addresses, or `owner/repository:path`. */
export const KnownSourcesSchema = z.array(text).check(z.minLength(1))

/** The one schema of `known-upgrades.ts`; unknown members are errors, an unknown fact is absent. */
export const KnownUpgradeSchema = z.strictObject({
  /** The plan's, as x/upgrade knows it. */
  name: text,
  height: positive,
  appliedAt: z.optional(KnownTimeSchema),
  /** Release that validators were told to run, which often is a patch of the plan's. */
  version: text,
  /** What people call the network since: `Mainnet 14`. */
  displayName: z.optional(text),
  proposalId: z.optional(positive),
})

/** The one schema of `known-proposals.ts`; unknown members are errors, an unknown fact is absent. */
export const KnownProposalSchema = z.strictObject({
  id: positive,
  /** Word for word. */
  title: z.optional(text),
  /** What it was about, where the title itself was not found. */
  topic: z.optional(text),
  kind: z.optional(
    z.enum(['text', 'software-upgrade', 'community-pool-spend', 'parameter-change', 'wasm']),
  ),
  /** Where the source names the very type. */
  messageType: z.optional(z.string().check(z.regex(/^\/[\w.]+$/))),
  /** `failed`: the vote passed and its messages had no effect. */
  result: z.optional(z.enum(['passed', 'rejected', 'failed'])),
  isExpedited: z.optional(z.literal(true)),
  plan: z.optional(z.strictObject({ name: text, height: positive })),
  amountUakt: z.optional(positive),
  votingStart: z.optional(KnownTimeSchema),
  votingEnd: z.optional(KnownTimeSchema),
  /** The final one, in whole AKT as the source rounds it. */
  tallyAkt: z.optional(
    z.strictObject({ yes: count, abstain: count, no: count, noWithVeto: count }),
  ),
})

export type KnownSources = readonly z.infer<typeof KnownSourcesSchema>[number][]
export type KnownTime = z.infer<typeof KnownTimeSchema>
export type KnownUpgrade = z.infer<typeof KnownUpgradeSchema>
export type KnownProposal = z.infer<typeof KnownProposalSchema>
