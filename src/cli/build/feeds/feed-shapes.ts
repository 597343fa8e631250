import * as z from 'zod/mini'
import { CHANGE_KINDS } from '../../../domain/link/changes/change.ts'
import {
  aepNumber,
  deliveryKind,
  LinkRowShape,
  owner,
  ownersKind,
  planHeight,
} from './link-row-shape.ts'

/**
 * The JSON of the feeds. Each is checked against its shape when it is written, and its JSON Schema lies beside it
 * (`links.schema.json`, `changes.schema.json`). A field that goes or changes its meaning makes another version, and so does
 * a new value of a closed set such as `delivery`; new fields may come in the same one.
 */
export const FEED_VERSION = 1

const text = z.nullable(z.string())
const snapshot = z.strictObject({ commit: z.string(), day: z.iso.date() })

const head = {
  version: z.literal(FEED_VERSION),
  /** The JSON Schema of this file, beside it. */
  schema: z.string(),
  /** The chain that it is about. */
  chainId: z.string(),
  /** What it was made from: commits of akash-network/AEP and akash-network/community. */
  aepSnapshot: snapshot,
  communitySnapshot: snapshot,
}

/** `feeds/links.json` */
export const LinksFeedShape = z.strictObject({
  ...head,
  links: z.array(LinkRowShape),
  /** Coincidences of dates alone: to be looked into, never to be counted. */
  suggestions: z.array(LinkRowShape),
  upgrades: z.array(
    z.strictObject({
      name: z.string(),
      height: planHeight,
      sigs: z.array(owner),
      owners: ownersKind,
    }),
  ),
  aeps: z.array(
    z.strictObject({
      number: aepNumber,
      title: text,
      /** As the document writes it; null: there is no document. */
      status: text,
      delivery: deliveryKind,
      sigs: z.array(owner),
      owners: ownersKind,
    }),
  ),
})

/** `feeds/changes.json` */
export const ChangesFeedShape = z.strictObject({
  ...head,
  /** Newest first. Changes of an unknown day are left out. */
  changes: z.array(
    z.strictObject({
      /** The same for the same change in every later feed. */
      id: z.string(),
      day: z.iso.date(),
      kind: z.enum(CHANGE_KINDS),
      aeps: z.array(aepNumber),
      upgrade: text,
      proposalId: z.nullable(z.int().check(z.positive())),
      sentence: z.string(),
      source: z.string(),
      /** Of the source; null: it has none. */
      url: text,
    }),
  ),
})
