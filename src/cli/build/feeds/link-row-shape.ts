import * as z from 'zod/mini'
import { DELIVERY_KINDS } from '../../../domain/link/link.ts'

export const aepNumber = z.int().check(z.positive())
export const confidence = z.enum(['high', 'medium', 'low'])

/** `explicit`, `documentary`, `curated` and `charter` in falling strength; `date` is only ever a suggestion. */
const evidenceClass = z.enum(['explicit', 'documentary', 'curated', 'charter', 'date'])

/** What the chain shows of an AEP, whatever its document says. */
export const deliveryKind = z.enum(DELIVERY_KINDS)

export const ownersKind = z.enum(['groups', 'no-sig-existed', 'not-recorded'])

/** An address, `owner/repository:path#Lline`, or a text of the chain such as `proposal 342, summary`. */
export const evidence = z.strictObject({ class: evidenceClass, source: z.string() })

export const owner = z.strictObject({
  id: z.string(),
  /** The strongest class of evidence for it. */
  basis: evidenceClass,
})

/** A height of a plan, which may be any 64-bit number: text where a number would not hold it. */
export const planHeight = z.union([z.int(), z.string().check(z.regex(/^-?\d+$/))])

/** A tie between an AEP and an upgrade, a launch or a proposal: in the feed of links and in `skylight links`. */
export const LinkRowShape = z.strictObject({
  aep: aepNumber,
  /** Of an upgrade the proposal that asked for it; null: none is known. */
  proposalId: z.nullable(z.int().check(z.positive())),
  /** Name of the plan; null where the link leads to a proposal or a launch. */
  upgrade: z.nullable(z.string()),
  /** Display name of a chain that began from a genesis file, which x/upgrade knows nothing of. */
  launch: z.nullable(z.string()),
  height: z.nullable(planHeight),
  /** Of the plan, of the proposal where there is no plan, or `launched`. */
  state: z.enum([
    'applied',
    'scheduled',
    'in-vote',
    'in-deposit',
    'passed',
    'rejected',
    'failed',
    'cancelled',
    'superseded',
    'skipped',
    'launched',
    'unknown',
  ]),
  relation: z.enum(['delivers', 'mentions', 'removes', 'funds', 'amends']),
  confidence,
  /** At least one, strongest first. */
  evidence: z.array(evidence).check(z.minLength(1)),
  /** Groups behind the upgrade; where the link leads to none, behind the AEP. */
  sigs: z.array(owner),
  /** Why `sigs` is empty, where it is: before 2023 there were no groups, which is not the same as not knowing one. */
  owners: ownersKind,
})
