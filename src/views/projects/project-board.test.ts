import { describe, expect, it } from 'vitest'
import type { Project } from '../../domain/registry/project.ts'
import { pickProjectsSearch } from './pick-projects-search.ts'
import { composeBoard, NO_GROUP } from './project-board.ts'

const project = (name: string, facts: Partial<Project>): Project => ({
  name,
  topicAeps: [],
  ...facts,
})

const PROJECTS: readonly Project[] = [
  project('GPU', { state: 'released', group: 'wg-gpu' }),
  project('Website', { state: 'implementation', group: 'wg-site' }),
  project('Console', { state: 'implementation', group: 'sig-clients', isGone: true }),
  project('Logs', {}),
  project('Docs', { state: 'implementation', group: 'sig-docs' }),
]

const shapeOf = (group: string | undefined) =>
  composeBoard(PROJECTS, group).columns.map(({ id, projects }) => [
    id,
    projects.map(({ name }) => name),
  ])

describe('the board of projects', () => {
  it('has the states in their order, then what has none, then what is gone whatever its state was', () => {
    expect(shapeOf(undefined)).toEqual([
      ['implementation', ['Website', 'Docs']],
      ['released', ['GPU']],
      ['no-state', ['Logs']],
      ['gone', ['Console']],
    ])
  })

  it('names the states that nothing is in, for they are part of the list too', () => {
    const { emptyStates } = composeBoard(PROJECTS, undefined)
    expect(emptyStates).toContain('abandoned')
    expect(emptyStates).not.toContain('released')
    expect(emptyStates).toHaveLength(7)
  })

  it('keeps its columns where a filter empties them, so that nothing moves', () => {
    expect(shapeOf('wg-gpu')).toEqual([
      ['implementation', []],
      ['released', ['GPU']],
      ['no-state', []],
      ['gone', []],
    ])
  })

  it('finds the projects that no group has', () => {
    expect(shapeOf(NO_GROUP).flatMap(([, names]) => names)).toEqual(['Logs'])
  })
})

describe('the URL of the projects', () => {
  it('is a group or nothing', () => {
    expect(pickProjectsSearch({ group: 'wg-gpu' })).toEqual({ group: 'wg-gpu' })
    expect(pickProjectsSearch({ group: 3 })).toEqual({ group: undefined })
  })
})
