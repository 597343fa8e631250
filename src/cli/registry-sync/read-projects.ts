import { findGroup } from '../../domain/groups/find-group.ts'
import type { Group } from '../../domain/registry/group.ts'
import { PROJECT_STATES, type Project, type ProjectState } from '../../domain/registry/project.ts'
import { findTables, readLinkCell } from './markdown-table.ts'
import type { Unread } from './unread.ts'

export interface ProjectsReading {
  /** In the order of the list; then those that left it. */
  readonly projects: readonly Project[]
  readonly unread: readonly Unread[]
  /** Rows of the list that were read or kept. */
  readonly listed: number
}

/**
 * The community's list of projects. What the list does not tell (the first list, AEPs on the same topic) stays as it was;
 * a project of the first list that is no longer in this one stays as gone.
 */
export function readProjects(
  markdown: string,
  path: string,
  groups: readonly Group[],
  former: readonly Project[],
): ProjectsReading {
  const known = new Map(former.map((project) => [project.name, project]))
  const projects = new Map<string, Project>()
  const unread: Unread[] = []
  for (const { header, rows } of findTables(markdown)) {
    const column = (pattern: RegExp) => header.findIndex((name) => pattern.test(name))
    const [named, labelled] = [column(/^project name$/i), column(/^label$/i)]
    const [grouped, stated] = [column(/group$/i), column(/^state$/i)]
    if (named === -1 || stated === -1) continue
    for (const { line, cells } of rows) {
      const { text: name, link } = readLinkCell(cells[named] ?? '')
      const before = known.get(name)
      if (cells.length !== header.length || name === '') {
        const kept = before === undefined ? ('left out' as const) : ('kept as it was' as const)
        const sentence = `The row has ${cells.length} cells, not ${header.length}, or no name.`
        unread.push({ path, line, sentence, kind: 'lost', record: kept })
        if (before !== undefined) projects.set(name, before)
        continue
      }
      if (projects.has(name)) {
        const sentence = `The list has "${name}" already.`
        unread.push({ path, line, sentence, kind: 'contradiction', record: 'left out' })
        continue
      }
      const groupRaw = cells[grouped] || undefined
      const stateRaw = cells[stated] || undefined
      const [group, state] = [readGroup(groupRaw, groups), readState(stateRaw)]
      if (groupRaw !== undefined && group === undefined) {
        const sentence = `"${readLinkCell(groupRaw).text}" is no group that is known.`
        unread.push({ path, line, sentence, kind: 'remark' })
      }
      if (stateRaw !== undefined && state === undefined) {
        const sentence = `"${stateRaw}" is none of the states of a project.`
        unread.push({ path, line, sentence, kind: 'remark' })
      }
      projects.set(name, {
        name,
        label: cells[labelled] || undefined,
        link,
        groupRaw,
        group,
        stateRaw,
        state,
        seed: before?.seed,
        topicAeps: before?.topicAeps ?? [],
      })
    }
  }
  const absent = former.filter(({ name }) => !projects.has(name))
  // A row without a readable name may be any of them.
  const isSure = unread.every(({ kind, record }) => kind !== 'lost' || record !== 'left out')
  const kept = absent.flatMap((project): readonly Project[] => {
    if (!isSure) return [project]
    return project.seed === undefined ? [] : [{ ...project, isGone: true }]
  })
  return {
    projects: [...projects.values(), ...kept],
    unread,
    listed: projects.size,
  }
}

function readGroup(raw: string | undefined, groups: readonly Group[]): string | undefined {
  if (raw === undefined) return undefined
  const found = findGroup(groups, readLinkCell(raw).text)
  return found.kind === 'unknown' ? undefined : found.group.id
}

/** `Implementation`; `release`, as the first list called it. */
function readState(raw: string | undefined): ProjectState | undefined {
  const word = raw?.toLowerCase()
  const state = word === 'release' ? 'released' : word
  return PROJECT_STATES.find((known) => known === state)
}
