import type { AepLink, Delivery, LinkTable, LinkTarget } from './link.ts'

type Bound<K extends LinkTarget['kind']> = AepLink & {
  readonly target: Extract<LinkTarget, { kind: K }>
}

/** What became of an AEP on the chain, from its links alone. A mention, a removal and a funding never become a delivery. */
export function computeDelivery(aep: number, table: LinkTable): Delivery {
  return deliveryOf(table.links.filter((link) => link.aep === aep))
}

/** The same for every AEP of a table that has a link; the others have nothing. */
export function computeDeliveries(table: LinkTable): ReadonlyMap<number, Delivery> {
  const byAep = new Map<number, AepLink[]>()
  for (const link of table.links) {
    const links = byAep.get(link.aep)
    if (links === undefined) byAep.set(link.aep, [link])
    else links.push(link)
  }
  return new Map([...byAep].map(([aep, links]) => [aep, deliveryOf(links)]))
}

function deliveryOf(links: readonly AepLink[]): Delivery {
  const delivering = links.filter(({ relation }) => relation === 'delivers')
  const upgrades = delivering.filter(isOf('upgrade')).toSorted(byHeight)
  const proposals = delivering.filter(isOf('proposal')).toSorted(byProposal)
  const applied = upgrades.filter(({ target }) => target.state === 'applied')
  const byMessages = proposals.filter(hasTakenEffect)
  const genesis = delivering.find(isOf('launch'))

  const removal = links
    .filter(isOf('upgrade'))
    .filter(({ relation, target }) => relation === 'removes' && target.state === 'applied')
    .toSorted(byHeight)
    .at(-1)
  const [first, ...later] = applied
  const isBack =
    removal !== undefined &&
    (applied.some(({ target }) => target.height > removal.target.height) ||
      byMessages.some((link) => isLater(link, removal)))
  if (removal !== undefined && !isBack) {
    return { kind: 'removed', by: removal, delivered: first ?? byMessages[0] ?? genesis }
  }
  if (first !== undefined) return { kind: 'delivered', first, later }
  if (byMessages.length > 0) return { kind: 'delivered-by-messages', by: byMessages }
  if (genesis !== undefined) return { kind: 'delivered-at-genesis', by: genesis }

  const scheduled = upgrades.find(({ target }) => target.state === 'scheduled')
  if (scheduled !== undefined) return { kind: 'scheduled', by: scheduled }
  for (const standing of ['in-vote', 'in-deposit'] as const) {
    const by =
      upgrades.find(({ target }) => target.state === standing) ??
      proposals.find(({ target }) => target.standing === standing)
    if (by !== undefined) return { kind: 'in-vote', by, standing }
  }
  const rejected =
    upgrades.findLast(({ target }) => CAME_TO_NOTHING.has(target.state)) ??
    proposals.findLast(({ target }) => CAME_TO_NOTHING.has(target.standing))
  if (rejected !== undefined) return { kind: 'rejected', by: rejected }

  const funding = links
    .filter(isOf('proposal'))
    .filter(({ relation, target }) => relation === 'funds' && target.standing === 'passed')
  if (funding.length > 0) return { kind: 'funding-passed', by: funding }
  return links.length > 0 ? { kind: 'mentioned', by: links } : { kind: 'nothing-found' }
}

/** States of a plan, and standings of a proposal, after which it does nothing any more. */
const CAME_TO_NOTHING: ReadonlySet<string> = new Set([
  'rejected',
  'failed',
  'cancelled',
  'superseded',
  'skipped',
])

/** A reviewed row vouches for a proposal whose result is not on record. */
function hasTakenEffect({ target, evidence }: Bound<'proposal'>): boolean {
  if (target.standing === 'passed') return true
  return target.standing === 'unknown' && evidence.some((one) => one.class === 'curated')
}

/** Proposals and upgrades have only their days in common; on the same day the removal counts. */
function isLater(
  { target: { votingEndedOn } }: Bound<'proposal'>,
  { target: { appliedOn } }: Bound<'upgrade'>,
): boolean {
  return votingEndedOn !== undefined && appliedOn !== undefined && votingEndedOn > appliedOn
}

function isOf<K extends LinkTarget['kind']>(kind: K): (link: AepLink) => link is Bound<K> {
  return (link): link is Bound<K> => link.target.kind === kind
}

function byHeight(a: Bound<'upgrade'>, b: Bound<'upgrade'>): number {
  return a.target.height < b.target.height ? -1 : a.target.height > b.target.height ? 1 : 0
}

function byProposal(a: Bound<'proposal'>, b: Bound<'proposal'>): number {
  return a.target.proposalId < b.target.proposalId ? -1 : 1
}
