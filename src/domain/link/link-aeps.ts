import type { EvidenceClass } from '../registry/registry.ts'
import { indexGround } from './ground-index.ts'
import type { LinkGround, LinkTable } from './link.ts'
import { mergeLinks, pairKey } from './merge-links.ts'
import { orderGround } from './order-ground.ts'
import { computeAepOwners } from './owners/aep-owners.ts'
import { computePlanOwners } from './owners/plan-owners.ts'
import { readProposals } from './read-proposals.ts'
import { linkByCuration, linkByReferences } from './rules/link-by-record.ts'
import { linkByResolution } from './rules/link-by-resolution.ts'
import { linkByText } from './rules/link-by-text.ts'
import { suggestByDate } from './rules/suggest-by-date.ts'

/** Switches rules off, to see what the others find on their own. */
export interface LinkOptions {
  /** Classes of evidence that count. @default every class */
  readonly classes?: ReadonlySet<EvidenceClass>
  /** Whether the reviewed file is read. @default true */
  readonly curated?: boolean
}

/**
 * Ties AEPs to the upgrades, launches and proposals of a chain, each tie with the words or the row that made it, and
 * groups to AEPs and upgrades. What the registry knows of akashnet-2 holds there alone, but for upgrades that another chain
 * applied under the same name at the same height. Nothing is looked up: an AEP and a proposal never seen before link alike.
 */
export function linkAeps(
  given: LinkGround,
  { classes, curated = true }: LinkOptions = {},
): LinkTable {
  const ground = orderGround(given)
  const index = indexGround(ground)
  const readings = readProposals(ground)
  const found = [
    ...linkByText(index, readings),
    ...linkByResolution(index),
    ...linkByReferences(index),
    ...(curated ? linkByCuration(index) : []),
  ].filter(({ evidence }) => classes === undefined || classes.has(evidence.class))
  const links = mergeLinks(found)
  const delivered = new Set(
    links
      .filter(({ relation }) => relation === 'delivers')
      .map(({ aep, target }) => pairKey(aep, target)),
  )
  const suggestions =
    classes === undefined || classes.has('date')
      ? mergeLinks(suggestByDate(index)).filter(
          ({ aep, target }) => !delivered.has(pairKey(aep, target)),
        )
      : []
  return {
    chainId: ground.chainId,
    scope: index.scope,
    links,
    suggestions,
    planOwners: computePlanOwners(index, readings),
    aepOwners: computeAepOwners(index, readings, links),
  }
}
