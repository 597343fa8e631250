import type { Group } from '../../registry/group.ts'

/** A group that a text names, and where. */
export interface NamedGroup {
  readonly group: string
  /** What the text calls it, written as an id: `sig-docs`. */
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Ids of groups by every name they go by, in lower case. */
export type GroupNames = ReadonlyMap<string, string>

/** `SIG Chain`, `sig-chain`, `WG-GPU`; the word after it, up to the next blank or mark. */
const NAME = /(?<![\p{L}\p{N}_./#@-])(sig|wg|ug)([- ])([a-z0-9][a-z0-9.]*(?:-[a-z0-9.]+)*)/giu

/** Words after `sig-` in writing about signatures, and after `SIG` in sentences about groups in general. */
const NO_NAMES: ReadonlySet<string> = new Set([
  'block',
  'blocks',
  'call',
  'calls',
  'chair',
  'chairs',
  'check',
  'group',
  'groups',
  'gas',
  'lead',
  'leads',
  'list',
  'meeting',
  'meetings',
  'member',
  'members',
  'notes',
  'verification',
  'verify',
])
const LONGEST = 40

/** The names of the groups of the registry. */
export function groupNamesOf(groups: readonly Group[]): GroupNames {
  return new Map(
    groups.flatMap(({ id, aliases }) =>
      [id, ...aliases].map((name) => [name.toLowerCase().replace(/ \(.*$/, ''), id] as const),
    ),
  )
}

/**
 * Groups that a text names, each once: `sig-chain`, `SIG Chain`, `wg-gpu`; also such as the registry does not know, which
 * want a capital letter where no hyphen ties the word to `SIG`.
 */
export function readGroupNames(text: string, names: GroupNames): readonly NamedGroup[] {
  const found = new Map<string, NamedGroup>()
  for (const match of text.matchAll(NAME)) {
    const [words, kind = '', mark, rest = ''] = match
    const word = rest.replace(/(?<![.])[.]+$/, '')
    const id = `${kind}-${word}`.toLowerCase()
    const known = names.get(id)
    const isName =
      word.length <= LONGEST &&
      !NO_NAMES.has(word.toLowerCase()) &&
      (mark === '-' || (kind === kind.toUpperCase() && /^[A-Z]/.test(word)))
    if (known === undefined && !isName) continue
    if (known !== undefined && mark === ' ' && kind !== kind.toUpperCase()) continue
    const group = known ?? id
    if (found.has(group)) continue
    const end = match.index + words.length - (rest.length - word.length)
    found.set(group, { group, name: id, start: match.index, end })
  }
  return [...found.values()]
}
