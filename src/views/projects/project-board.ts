import { PROJECT_STATES, type Project, type ProjectState } from '../../domain/registry/project.ts'

export type BoardColumnId = ProjectState | 'no-state' | 'gone'

export interface BoardColumn {
  readonly id: BoardColumnId
  readonly heading: string
  /** In the order of the list. */
  readonly projects: readonly Project[]
}

export interface ProjectBoard {
  /** Those that hold a project, whatever the filter leaves of it. */
  readonly columns: readonly BoardColumn[]
  /** States that no project is in. */
  readonly emptyStates: readonly ProjectState[]
}

/** Of the URL: projects that the list gives to no group. */
export const NO_GROUP = 'none'

/**
 * The projects by state, in the order of the states; then those without one, then those that only the first list had.
 * @param group id, or NO_GROUP; undefined shows all. The columns stay, so that a filter does not move them
 */
export function composeBoard(
  projects: readonly Project[],
  group: string | undefined,
): ProjectBoard {
  const placed = projects.map((project) => ({ project, id: columnOf(project) }))
  const columns = [...PROJECT_STATES, 'no-state' as const, 'gone' as const].flatMap((id) => {
    const own = placed.filter((one) => one.id === id)
    if (own.length === 0) return []
    const shown = own.flatMap(({ project }) => (isOf(project, group) ? [project] : []))
    return [{ id, heading: formatColumn(id), projects: shown }]
  })
  const used = new Set(columns.map(({ id }) => id))
  return { columns, emptyStates: PROJECT_STATES.filter((state) => !used.has(state)) }
}

function columnOf({ state, isGone }: Project): BoardColumnId {
  return isGone === true ? 'gone' : (state ?? 'no-state')
}

function isOf(project: Project, group: string | undefined): boolean {
  return group === undefined || (project.group ?? NO_GROUP) === group
}

/** The list's own word, except where it has none. */
function formatColumn(id: BoardColumnId): string {
  if (id === 'no-state') return 'no state given'
  return id === 'gone' ? 'gone since the first list' : id
}
