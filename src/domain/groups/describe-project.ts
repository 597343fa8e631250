import type { Project } from '../registry/project.ts'

/** Of the community's first list of projects. */
export const FIRST_LIST_DAY = '2023-01-09'

/** The state as the list writes it, where that is another word than the one it means; undefined: it is not. */
export function rawStateOf({ state, stateRaw }: Project): string | undefined {
  return stateRaw === undefined || stateRaw === state ? undefined : stateRaw
}

/** What the first list said of the project: its state, and its group where that was another. Without a full stop. */
export function describeFirstList(project: Project): string {
  const { state, group, seed } = project
  if (seed === undefined) return 'not on the first list'
  const stateThen =
    seed.state === state
      ? state === undefined
        ? 'no state'
        : 'the same'
      : (seed.state ?? 'no state')
  const groupThen = seed.group === group ? undefined : (seed.group ?? 'no group')
  return `first list: ${stateThen}${groupThen === undefined ? '' : `, ${groupThen}`}`
}
