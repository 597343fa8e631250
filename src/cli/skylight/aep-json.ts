import type { AepLink, Delivery } from '../../domain/link/link.ts'
import { describeTarget, listOwnerRows } from '../../domain/link/list-link-rows.ts'
import type { Aep } from '../../domain/registry/aep.ts'
import type { AepLinks } from '../../queries/read-aep-links.ts'

/** A row of `aeps` (`AepRowShape`). What has no document is known by its number, some of it by a title. */
export function aepRowJson({ registry, linked }: AepLinks, number: number) {
  const aep = registry.aeps.find((one) => one.number === number)
  const later = registry.laterAeps.find((one) => one.number === number)
  const delivery = linked.deliveries.get(number) ?? { kind: 'nothing-found' }
  const by = linkOf(delivery)
  const { proposalId, upgrade, launch, height } =
    by === undefined ? NOWHERE : describeTarget({ target: by.target })
  const owners = linked.table.aepOwners.get(number) ?? { kind: 'not-recorded' }
  return {
    number,
    title: aep?.title ?? later?.title ?? null,
    status: aep?.status ?? null,
    statusRaw: aep?.statusRaw ?? null,
    type: aep?.type ?? null,
    category: aep?.category ?? null,
    delivery: delivery.kind,
    proposalId,
    upgrade,
    launch,
    height,
    findings: linked.findings.filter((one) => one.aep === number).map(({ kind }) => kind),
    sigs: listOwnerRows(owners).map(({ id }) => id),
  }
}

const NOWHERE = { proposalId: null, upgrade: null, launch: null, height: null }

/** What the delivery is about, in one link: the first upgrade of several, the newest proposal of several. */
function linkOf(delivery: Delivery): AepLink | undefined {
  switch (delivery.kind) {
    case 'delivered':
      return delivery.first
    case 'nothing-found':
    case 'mentioned':
      return undefined
    case 'funding-passed':
    case 'delivered-by-messages':
      return delivery.by.at(-1)
    case 'in-vote':
    case 'scheduled':
    case 'delivered-at-genesis':
    case 'rejected':
    case 'removed':
      return delivery.by
  }
}

/** What the document says of itself, as it is written (`AepShape`). */
export function documentJson(aep: Aep | undefined) {
  return {
    roadmap: aep?.roadmap ?? null,
    created: aep?.created ?? null,
    updated: aep?.updated ?? null,
    completed: aep?.completed ?? null,
    estimatedCompletion: aep?.estimatedCompletion ?? null,
    authors: (aep?.authors ?? []).map(({ name, handle }) => ({ name, handle: handle ?? null })),
    resolution: aep?.resolution ?? null,
    discussionsTo: aep?.discussionsTo ?? null,
    requires: aep?.requires ?? [],
    replaces: aep?.replaces ?? [],
    supersedes: aep?.supersedes ?? [],
    supersededBy: aep?.supersededBy ?? [],
    path: aep?.path ?? null,
    history: (aep?.history ?? []).map(({ date, commit, field, value }) => ({
      date,
      commit,
      field,
      value: value ?? null,
    })),
  }
}
