import type { Delivery, GroupTie, LinkGround, LinkPlan, LinkTable } from '../link/link.ts'
import { planKey } from '../link/link.ts'
import type { Project } from '../registry/project.ts'

/** An AEP that a group stands behind, or that its stated scope covers. */
export interface GroupAep {
  readonly number: number
  /** undefined: no document of this number is known. */
  readonly title: string | undefined
  /** As the document says; undefined: no document is known. */
  readonly statusRaw: string | undefined
  /** undefined: the linker gave none. */
  readonly delivery: Delivery | undefined
  readonly tie: GroupTie
}

/** An upgrade that a group stands behind. */
export interface GroupUpgrade {
  readonly plan: LinkPlan
  readonly tie: GroupTie
}

/** Everything that ties a group to the chain and to documents. */
export interface GroupWorks {
  /** Something names the group with it. Ascending by number. */
  readonly aeps: readonly GroupAep[]
  /** Its stated scope alone covers them. Ascending by number. */
  readonly aepsByScope: readonly GroupAep[]
  /** Applied and scheduled ones, the latest first. */
  readonly upgrades: readonly GroupUpgrade[]
  /** Of the community's list, in its order. */
  readonly projects: readonly Project[]
}

/** What a group without a tie has. */
export const NO_WORKS: GroupWorks = { aeps: [], aepsByScope: [], upgrades: [], projects: [] }

/** Whether nothing but the group's stated scope makes a tie. */
export function isByScope(tie: GroupTie): boolean {
  return tie.evidence.every((evidence) => evidence.class === 'charter')
}

export interface UpgradeCounts {
  /** Something names the group with them. */
  readonly applied: number
  readonly scheduled: number
  /** Applied or scheduled; the group's scope alone covers them. */
  readonly byScope: number
}

/** Upgrades of a group, those that its scope alone covers counted apart. */
export function countUpgrades({ upgrades }: Pick<GroupWorks, 'upgrades'>): UpgradeCounts {
  const named = upgrades.filter(({ tie }) => !isByScope(tie))
  const applied = named.filter(({ plan }) => plan.state === 'applied').length
  return {
    applied,
    scheduled: named.length - applied,
    byScope: upgrades.length - named.length,
  }
}

/** By group id: every group with a tie or a project, also those that only a text names. */
export function collectGroupWorks(
  ground: LinkGround,
  table: LinkTable,
  deliveries: ReadonlyMap<number, Delivery>,
): ReadonlyMap<string, GroupWorks> {
  const aeps = collectAeps(ground, table, deliveries)
  const upgrades = collectUpgrades(ground, table)
  const projects = collectProjects(ground.registry.projects)
  const ids = new Set([...aeps.keys(), ...upgrades.keys(), ...projects.keys()])
  const works = new Map<string, GroupWorks>()
  for (const id of ids) {
    const own = aeps.get(id) ?? []
    works.set(id, {
      aeps: own.filter(({ tie }) => !isByScope(tie)),
      aepsByScope: own.filter(({ tie }) => isByScope(tie)),
      upgrades: upgrades.get(id) ?? [],
      projects: projects.get(id) ?? [],
    })
  }
  return works
}

function collectAeps(
  { registry }: LinkGround,
  table: LinkTable,
  deliveries: ReadonlyMap<number, Delivery>,
): ReadonlyMap<string, readonly GroupAep[]> {
  const documents = new Map(registry.aeps.map((aep) => [aep.number, aep]))
  const later = new Map(registry.laterAeps.map((aep) => [aep.number, aep.title]))
  const aeps = new Map<string, GroupAep[]>()
  for (const [number, owners] of [...table.aepOwners].sort(([a], [b]) => a - b)) {
    if (owners.kind !== 'groups') continue
    const document = documents.get(number)
    const title = document?.title ?? later.get(number)
    const delivery = deliveries.get(number)
    for (const tie of owners.ties) {
      const row = { number, title, statusRaw: document?.statusRaw, delivery, tie }
      put(aeps, tie.group, row)
    }
  }
  return aeps
}

function collectUpgrades(
  { plans }: LinkGround,
  table: LinkTable,
): ReadonlyMap<string, readonly GroupUpgrade[]> {
  const upgrades = new Map<string, GroupUpgrade[]>()
  const latestFirst = plans
    .filter(({ state }) => state === 'applied' || state === 'scheduled')
    .toSorted((a, b) => (a.height === b.height ? 0 : a.height < b.height ? 1 : -1))
  for (const plan of latestFirst) {
    const owners = table.planOwners.get(planKey(plan.name, plan.height))
    if (owners?.kind !== 'groups') continue
    for (const tie of owners.ties) put(upgrades, tie.group, { plan, tie })
  }
  return upgrades
}

function collectProjects(listed: readonly Project[]): ReadonlyMap<string, readonly Project[]> {
  const projects = new Map<string, Project[]>()
  for (const project of listed) {
    if (project.group !== undefined) put(projects, project.group, project)
  }
  return projects
}

function put<Row>(rows: Map<string, Row[]>, key: string, row: Row): void {
  const known = rows.get(key)
  if (known === undefined) rows.set(key, [row])
  else known.push(row)
}
