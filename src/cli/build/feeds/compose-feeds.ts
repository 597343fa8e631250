import * as z from 'zod/mini'
import type { PageConfig } from '../../../app/page-config.ts'
import { listChanges } from '../../../domain/link/changes/list-changes.ts'
import { computeDelivery } from '../../../domain/link/compute-delivery.ts'
import { sourceUrl } from '../../../domain/link/describe-evidence.ts'
import { groundOfRegistry } from '../../../domain/link/ground-of-registry.ts'
import type { DeliveryKind, LinkTable } from '../../../domain/link/link.ts'
import { planKey } from '../../../domain/link/link.ts'
import { linkAeps } from '../../../domain/link/link-aeps.ts'
import { listLinkRows, listOwnerRows } from '../../../domain/link/list-link-rows.ts'
import { REGISTRY_CHAIN_ID, type Registry } from '../../../domain/registry/registry.ts'
import { composeAtom } from './compose-atom.ts'
import { ChangesFeedShape, FEED_VERSION, LinksFeedShape } from './feed-shapes.ts'

/** A file of the built app, by its path in dist. */
export interface FeedFile {
  readonly path: string
  readonly text: string
}

/**
 * The feeds of what the registry knows of akashnet-2, with their JSON Schemas. The same registry gives the same bytes:
 * there is no time of the build in them.
 * @param history how the built page addresses its screens: by paths, or behind `#` for hosts that know no paths
 * @throws {z.core.$ZodError} where a feed is not of its documented shape
 */
export function composeFeeds(
  registry: Registry,
  history: PageConfig['history'] = 'browser',
): readonly FeedFile[] {
  const ground = groundOfRegistry(registry)
  const table = linkAeps(ground)
  const head = {
    version: FEED_VERSION,
    chainId: REGISTRY_CHAIN_ID,
    aepSnapshot: registry.aepSnapshot,
    communitySnapshot: registry.communitySnapshot,
  } as const
  const changes = listChanges(ground, table)
  return [
    json('feeds/links.json', LinksFeedShape, {
      ...head,
      schema: 'links.schema.json',
      ...composeLinks(registry, table),
    }),
    json('feeds/changes.json', ChangesFeedShape, {
      ...head,
      schema: 'changes.schema.json',
      changes: changes.map(({ key, day, kind, aeps, upgrade, proposalId, sentence, source }) => ({
        id: key,
        day,
        kind,
        aeps,
        upgrade: upgrade ?? null,
        proposalId: proposalId === undefined ? null : Number(proposalId),
        sentence,
        source,
        url: sourceUrl(source) ?? null,
      })),
    }),
    { path: 'feeds/changes.xml', text: composeAtom(changes, history === 'hash' ? '../#/' : '../') },
    schema('feeds/links.schema.json', LinksFeedShape),
    schema('feeds/changes.schema.json', ChangesFeedShape),
  ]
}

function composeLinks(registry: Registry, table: LinkTable) {
  const titles = new Map(registry.laterAeps.map(({ number, title }) => [number, title]))
  const documents = new Map(registry.aeps.map((aep) => [aep.number, aep]))
  return {
    links: listLinkRows(table),
    suggestions: listLinkRows(table, table.suggestions),
    upgrades: registry.upgrades.map(({ name, height }) => {
      const owners = table.planOwners.get(planKey(name, height)) ?? NOT_RECORDED
      return {
        name,
        height: Number(height),
        sigs: listOwnerRows(owners),
        owners: owners.kind,
      }
    }),
    aeps: [...table.aepOwners].map(([number, owners]) => ({
      number,
      title: documents.get(number)?.title ?? titles.get(number) ?? null,
      status: documents.get(number)?.statusRaw ?? null,
      delivery: computeDelivery(number, table).kind satisfies DeliveryKind,
      sigs: listOwnerRows(owners),
      owners: owners.kind,
    })),
  }
}

const NOT_RECORDED = { kind: 'not-recorded' } as const

function json(path: string, shape: z.ZodMiniType, data: object): FeedFile {
  return { path, text: print(z.parse(shape, data)) }
}

function schema(path: string, shape: z.ZodMiniType): FeedFile {
  return { path, text: print(z.toJSONSchema(shape)) }
}

function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`
}
