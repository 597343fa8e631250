import type { Group } from '../registry/group.ts'

/** What an id leads to. */
export type FoundGroup =
  | { readonly kind: 'known'; readonly group: Group }
  /** A former or other name of `group`. */
  | { readonly kind: 'alias'; readonly group: Group }
  | { readonly kind: 'unknown' }

/** The group of an id as a folder, a text or an address writes it; letter case does not matter. */
export function findGroup(groups: readonly Group[], id: string): FoundGroup {
  const wanted = id.toLowerCase()
  const known = groups.find((group) => group.id.toLowerCase() === wanted)
  if (known !== undefined) return { kind: 'known', group: known }
  const group = groups.find(({ aliases }) => aliases.some((alias) => nameOf(alias) === wanted))
  return group === undefined ? { kind: 'unknown' } : { kind: 'alias', group }
}

/** `sig-network-upgrades (removed Feb 2023)` is the name and a remark on it. */
function nameOf(alias: string): string {
  const [name = ''] = alias.trim().toLowerCase().split(/\s/, 1)
  return name
}
