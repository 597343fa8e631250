import { describe, expect, it } from 'vitest'
import type { Project } from '../registry/project.ts'
import { describeFirstList, rawStateOf } from './describe-project.ts'
import { projectUrl } from './project-url.ts'

const project = (facts: Partial<Project>): Project => ({ name: 'x', topicAeps: [], ...facts })

describe('the state as it is written', () => {
  it('is shown only where it is another word, for twice the same says nothing', () => {
    expect(rawStateOf(project({ state: 'beta', stateRaw: 'beta' }))).toBeUndefined()
    expect(rawStateOf(project({ state: 'beta', stateRaw: 'Beta' }))).toBe('Beta')
    expect(rawStateOf(project({ stateRaw: 'someday' }))).toBe('someday')
    expect(rawStateOf(project({}))).toBeUndefined()
  })
})

describe('what the first list said', () => {
  it.each([
    ['nothing where it did not have it', {}, 'not on the first list'],
    [
      'its state where that has changed since',
      { state: 'released', group: 'wg-gpu', seed: { state: 'spec-definition', group: 'wg-gpu' } },
      'first list: spec-definition',
    ],
    [
      'that nothing has changed',
      { state: 'ideation', seed: { state: 'ideation' } },
      'first list: the same',
    ],
    ['an empty cell as that', { state: 'implementation', seed: {} }, 'first list: no state'],
    [
      'its group where that was another',
      { group: 'sig-support', seed: { group: 'sig-network-upgrades' } },
      'first list: no state, sig-network-upgrades',
    ],
    [
      'that it had no group then',
      { state: 'beta', group: 'sig-a', seed: { state: 'beta' } },
      'first list: the same, no group',
    ],
  ] as const)('%s', (_, facts, words) => {
    expect(describeFirstList(project(facts))).toBe(words)
  })
})

describe('the page of a project', () => {
  it('is read from where the list stands, as its links are relative', () => {
    expect(projectUrl({ link: '../wg-gpu/prd.md' })).toBe(
      'https://github.com/akash-network/community/blob/main/wg-gpu/prd.md',
    )
  })

  it('may stand elsewhere on the web, and is nothing else', () => {
    expect(projectUrl({ link: 'https://docs.akash.network/x' })).toBe(
      'https://docs.akash.network/x',
    )
    expect(projectUrl({ link: 'javascript:alert(1)' })).toBeUndefined()
    expect(projectUrl({ link: 'http://' })).toBeUndefined()
    expect(projectUrl({ link: undefined })).toBeUndefined()
  })
})
