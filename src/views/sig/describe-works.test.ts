import { describe, expect, it } from 'vitest'
import { type GroupUpgrade, type GroupWorks, NO_WORKS } from '../../domain/groups/group-works.ts'
import type { EvidenceClass } from '../../domain/registry/registry.ts'
import { describeWorks } from './describe-works.ts'

describe('describeWorks', () => {
  it('counts what names the group, and apart from it what its scope alone covers', () => {
    const works: GroupWorks = {
      ...NO_WORKS,
      aeps: [AEP, AEP],
      aepsByScope: [AEP],
      upgrades: [
        upgrade('applied', 'documentary'),
        upgrade('scheduled', 'explicit'),
        upgrade('scheduled', 'charter'),
      ],
    }
    expect(describeWorks(works)).toBe(
      'It stands behind 2 AEPs, 1 applied upgrade and 1 scheduled upgrade; its scope alone covers 1 AEP and 1 upgrade more.',
    )
  })

  it('leaves out what there is none of', () => {
    expect(describeWorks({ ...NO_WORKS, aeps: [AEP] })).toBe('It stands behind 1 AEP.')
  })

  it('does not say that a scope is a tie', () => {
    expect(describeWorks({ ...NO_WORKS, aepsByScope: [AEP, AEP] })).toBe(
      'Nothing ties an AEP or an upgrade to it by name; its scope alone covers 2 AEPs more.',
    )
    expect(describeWorks(NO_WORKS)).toBe('Nothing ties an AEP or an upgrade to it by name.')
  })
})

function upgrade(state: 'applied' | 'scheduled', evidenceClass: EvidenceClass): GroupUpgrade {
  return {
    plan: { name: 'v1', height: 1n, state },
    tie: {
      group: 'sig-chain',
      confidence: 'high',
      evidence: [{ class: evidenceClass, rule: 'minutes', source: '' }],
    },
  }
}

const AEP: GroupWorks['aeps'][number] = {
  number: 1,
  title: undefined,
  statusRaw: undefined,
  delivery: undefined,
  tie: { group: 'sig-chain', confidence: 'high', evidence: [] },
}
