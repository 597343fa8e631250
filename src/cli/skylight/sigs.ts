import { type Owners, planKey } from '../../domain/link/link.ts'
import type { LinkedRegistry } from '../../queries/linked-registry.ts'
import type { AepLinks } from '../../queries/read-aep-links.ts'

/** `skylight sigs`: every community group with what it stands behind; also groups that only a proposal names. */
export function describeSigs({ registry, linked }: AepLinks) {
  const { aeps, upgrades } = listOwned(linked)
  const known = new Set(registry.groups.map(({ id }) => id))
  const named = [...new Set([...aeps.keys(), ...upgrades.keys()])].filter((id) => !known.has(id))
  const data = [
    ...registry.groups.map((group) => ({
      id: group.id,
      name: group.name,
      kind: group.kind,
      status: group.status,
      leads: group.leads,
      lastMeeting: group.lastMeeting ?? null,
      aeps: aeps.get(group.id) ?? [],
      upgrades: upgrades.get(group.id) ?? [],
    })),
    ...named.sort().map((id) => ({
      id,
      name: id,
      kind: null,
      status: null,
      leads: [],
      lastMeeting: null,
      aeps: aeps.get(id) ?? [],
      upgrades: upgrades.get(id) ?? [],
    })),
  ]
  return {
    data,
    header: ['id', 'name', 'kind', 'status', 'leads', 'lastMeeting', 'aeps', 'upgrades'],
    wide: ['leads', 'aeps', 'upgrades'],
    rows: data.map((row) => [
      row.id,
      row.name,
      row.kind ?? 'not in the registry',
      row.status ?? '',
      row.leads.join('; '),
      row.lastMeeting ?? '',
      row.aeps.join(' '),
      row.upgrades.join(' '),
    ]),
  }
}

function listOwned({ ground, table: { aepOwners, planOwners } }: LinkedRegistry) {
  const aeps = new Map<string, number[]>()
  const upgrades = new Map<string, string[]>()
  for (const [number, owners] of aepOwners) {
    for (const id of groupsOf(owners)) push(aeps, id, number)
  }
  const plans = ground.plans.toSorted((a, b) => Number(a.height - b.height))
  for (const { name, height, state } of plans) {
    // What came to nothing, or is still asked for, is nobody's work yet.
    if (state !== 'applied' && state !== 'scheduled') continue
    for (const id of groupsOf(planOwners.get(planKey(name, height)))) push(upgrades, id, name)
  }
  return { aeps, upgrades }
}

function groupsOf(owners: Owners | undefined): readonly string[] {
  return owners?.kind === 'groups' ? owners.ties.map(({ group }) => group) : []
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
