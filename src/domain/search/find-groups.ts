import type { Group } from '../registry/group.ts'
import { foldText } from './parse-search.ts'
import type { SearchResult } from './search-results.ts'

/** Groups of the community whose id, name or other names hold every word. */
export function findGroups(
  groups: readonly Group[],
  words: readonly string[],
  phrase: string,
): readonly SearchResult[] {
  return groups.flatMap((group) => {
    const names = [group.id, group.name, ...group.aliases].map(foldText)
    const hay = names.join(' ')
    if (!words.every((word) => hay.includes(word))) return []
    const isWhole = names.includes(phrase)
    const begins = names.some((name) => name.startsWith(phrase))
    return [groupResult(group, isWhole ? 70 : begins ? 46 : 22)]
  })
}

const KINDS: Readonly<Record<Group['kind'], string>> = {
  sig: 'Special Interest Group',
  wg: 'Working Group',
  ug: 'User Group',
  committee: 'Committee',
}

const STATUSES: Readonly<Record<Group['status'], string>> = {
  active: 'active',
  dormant: 'dormant',
  archived: 'archived',
  'listed-only': 'listed, without a page',
}

function groupResult({ id, name, kind, status }: Group, score: number): SearchResult {
  return {
    group: 'SIGs and groups',
    target: { kind: 'group', id },
    title: name,
    detail: `${KINDS[kind]} ${id} · ${STATUSES[status]}`,
    score,
  }
}
