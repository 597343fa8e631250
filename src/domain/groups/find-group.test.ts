import { describe, expect, it } from 'vitest'
import type { Group } from '../registry/group.ts'
import { buildGroup } from '../registry/testing/build-group.ts'
import { findGroup } from './find-group.ts'

describe('findGroup', () => {
  it('finds a group by its folder, in any letter case, since readers type it', () => {
    expect(findGroup(GROUPS, 'SIG-Chain')).toMatchObject({
      kind: 'known',
      group: { id: 'sig-chain' },
    })
  })

  it('leads from a former name to the group that has it now', () => {
    expect(findGroup(GROUPS, 'sig-upgrade')).toMatchObject({
      kind: 'alias',
      group: { id: 'sig-chain' },
    })
  })

  it('takes a group of its own before a former name of another', () => {
    expect(findGroup(GROUPS, 'sig-upgrades')).toMatchObject({
      kind: 'known',
      group: { status: 'archived' },
    })
  })

  it('reads the name before a remark on it, and not the remark', () => {
    expect(findGroup(GROUPS, 'wg-crew')).toMatchObject({ kind: 'alias' })
    expect(findGroup(GROUPS, '(until')).toEqual({ kind: 'unknown' })
  })

  it('knows no group where only a text names one', () => {
    expect(findGroup(GROUPS, 'sig-storage')).toEqual({ kind: 'unknown' })
    expect(findGroup(GROUPS, '')).toEqual({ kind: 'unknown' })
  })
})

const GROUPS: readonly Group[] = [
  buildGroup('sig-chain', { status: 'active', aliases: ['sig-upgrades (removed)', 'sig-upgrade'] }),
  buildGroup('sig-upgrades', { status: 'archived', aliases: [] }),
  buildGroup('wg-zealy', { status: 'dormant', aliases: ['wg-crew (until 2023)'] }),
]
