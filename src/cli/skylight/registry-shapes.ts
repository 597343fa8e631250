import * as z from 'zod/mini'
import { FINDING_KINDS } from '../../domain/link/finding.ts'
import {
  aepNumber,
  confidence,
  deliveryKind,
  evidence,
  LinkRowShape,
  ownersKind,
  planHeight,
} from '../build/feeds/link-row-shape.ts'

/**
 * The JSON of the commands about AEPs and groups; every answer is checked against it. A row of `links` is `LinkRowShape`.
 * Without an endpoint the provenance names no height and no endpoint: the registry alone was asked, as akashnet-2.
 */

const text = z.nullable(z.string())
const day = z.iso.date()

const findingKind = z.enum(FINDING_KINDS)

/** A row of `findings` */
export const FindingShape = z.strictObject({
  aep: aepNumber,
  kind: findingKind,
  explanation: z.string(),
})

/** A row of `aeps`. Of a number without a document all that the document would say is null. */
export const AepRowShape = z.strictObject({
  number: aepNumber,
  title: text,
  /** What the document means by its status, and what it says. */
  status: z.nullable(z.enum(['Draft', 'Last Call', 'Accepted', 'Final', 'other'])),
  statusRaw: text,
  type: text,
  category: text,
  delivery: deliveryKind,
  /** What the delivery is about: of several upgrades the first, of several proposals the newest. */
  proposalId: z.nullable(z.int().check(z.positive())),
  upgrade: text,
  launch: text,
  height: z.nullable(planHeight),
  findings: z.array(findingKind),
  /** Ids of the groups behind it. */
  sigs: z.array(z.string()),
})

/** `aep <n>`. What the document says is as it is written. */
export const AepShape = z.extend(AepRowShape, {
  roadmap: text,
  created: text,
  updated: text,
  completed: text,
  estimatedCompletion: text,
  authors: z.array(z.strictObject({ name: z.string(), handle: text })),
  resolution: text,
  discussionsTo: text,
  requires: z.array(aepNumber),
  replaces: z.array(aepNumber),
  supersedes: z.array(aepNumber),
  supersededBy: z.array(aepNumber),
  /** In akash-network/AEP; null: there is no document. */
  path: text,
  /** What fields said from which day on; value null: the field was taken out. */
  history: z.array(
    z.strictObject({ date: day, commit: z.string(), field: z.string(), value: text }),
  ),
  /** The delivery in a sentence. */
  sentence: z.string(),
  links: z.array(LinkRowShape),
  /** Coincidences of dates: never counted. */
  suggestions: z.array(LinkRowShape),
  disagreements: z.array(
    z.strictObject({ kind: findingKind, explanation: z.string(), lines: z.array(z.string()) }),
  ),
  owners: ownersKind,
  ties: z.array(z.strictObject({ id: z.string(), confidence, evidence: z.array(evidence) })),
})

/** A row of `sigs`; a group that only a proposal names has neither kind nor status. */
export const SigShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.nullable(z.enum(['sig', 'wg', 'ug', 'committee'])),
  status: z.nullable(z.enum(['active', 'dormant', 'archived', 'listed-only'])),
  leads: z.array(z.string()),
  lastMeeting: z.nullable(day),
  aeps: z.array(aepNumber),
  upgrades: z.array(z.string()),
})
