import type { Finding } from '../../domain/link/finding.ts'
import type { AepLink, Delivery, Owners } from '../../domain/link/link.ts'
import type { AbsentAep, Aep, LaterAep } from '../../domain/registry/aep.ts'
import type { Registry } from '../../domain/registry/registry.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import { linksOfDelivery } from './links-of-delivery.ts'

/** Where an AEP is known from. */
export type AepOrigin =
  | { readonly kind: 'document'; readonly aep: Aep }
  /** Seen elsewhere after the snapshot of the documents. */
  | { readonly kind: 'later'; readonly later: LaterAep }
  /** Only proposals of the chain name it. */
  | { readonly kind: 'chain' }
  | { readonly kind: 'absent'; readonly absent: AbsentAep }

/** An AEP in the list: what its document says, and what the chain shows as far as that is read. */
export interface AepRow {
  readonly number: number
  readonly origin: AepOrigin
  readonly title: string | undefined
  /** undefined while the chain is being read, and of numbers without an AEP. */
  readonly delivery: Delivery | undefined
  /** Links of the delivery, the first first; empty while the chain is being read. */
  readonly through: readonly AepLink[]
  /** Names of the plans that deliver, are to deliver or remove it. */
  readonly upgrades: readonly string[]
  readonly owners: Owners | undefined
  /** Ids of the groups that own it. */
  readonly groups: readonly string[]
  readonly findings: readonly Finding[]
}

/** Every AEP that the registry or the chain knows, and the numbers known to be absent; ascending. */
export function composeAepRows(
  registry: Pick<Registry, 'aeps' | 'laterAeps' | 'absentAeps'>,
  linked: Pick<LinkedRegistry, 'table' | 'deliveries' | 'findings'> | undefined,
): readonly AepRow[] {
  const origins = new Map<number, AepOrigin>()
  for (const absent of registry.absentAeps) origins.set(absent.number, { kind: 'absent', absent })
  for (const later of registry.laterAeps) origins.set(later.number, { kind: 'later', later })
  for (const aep of registry.aeps) origins.set(aep.number, { kind: 'document', aep })
  for (const number of linked?.deliveries.keys() ?? []) {
    if (!origins.has(number)) origins.set(number, { kind: 'chain' })
  }
  const findings = groupFindings(linked?.findings ?? [])
  const upgrades = upgradesByAep(linked?.table.links ?? [])
  return [...origins]
    .toSorted(([a], [b]) => a - b)
    .map(([number, origin]): AepRow => {
      const delivery = linked?.deliveries.get(number)
      const owners = linked?.table.aepOwners.get(number)
      return {
        number,
        origin,
        title: titleOf(origin),
        delivery:
          delivery ??
          (linked === undefined || origin.kind === 'absent'
            ? undefined
            : { kind: 'nothing-found' }),
        through: delivery === undefined ? [] : linksOfDelivery(delivery),
        upgrades: upgrades.get(number) ?? [],
        owners,
        groups: owners?.kind === 'groups' ? owners.ties.map(({ group }) => group) : [],
        findings: findings.get(number) ?? [],
      }
    })
}

function titleOf(origin: AepOrigin): string | undefined {
  if (origin.kind === 'document') return origin.aep.title
  return origin.kind === 'later' ? origin.later.title : undefined
}

function groupFindings(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const byAep = new Map<number, Finding[]>()
  for (const finding of findings) {
    const known = byAep.get(finding.aep)
    if (known === undefined) byAep.set(finding.aep, [finding])
    else known.push(finding)
  }
  return byAep
}

/** Mentions tie an AEP to no upgrade. */
function upgradesByAep(links: readonly AepLink[]): ReadonlyMap<number, readonly string[]> {
  const byAep = new Map<number, string[]>()
  for (const { aep, target, relation } of links) {
    if (target.kind !== 'upgrade' || relation === 'mentions') continue
    const names = byAep.get(aep) ?? []
    if (!names.includes(target.name)) byAep.set(aep, [...names, target.name])
  }
  return byAep
}
