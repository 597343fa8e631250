import { describe, expect, it } from 'vitest'
import { findInWorld, kindsInWorld } from './testing/find-in-world.ts'
import { aepOf, BY_FIELD, linkOf, spendTarget, upgradeTarget } from './testing/link-world.ts'

const RESOLUTION_25 = { resolution: 'https://www.mintscan.io/akash/proposals/25' }

describe('resolutions', () => {
  const spend = spendTarget(25n)
  const upgrade = upgradeTarget({ proposalId: 25n })

  it('finds a shared resolution where it did not deliver every sharer', () => {
    const aeps = [aepOf(1, 'Final', RESOLUTION_25), aepOf(2, 'Final', RESOLUTION_25)]
    const funds = [1, 2].map((aep) => linkOf(aep, spend, 'funds', [BY_FIELD]))
    expect(findInWorld(aeps, funds).map(({ explanation }) => explanation)).toEqual(
      Array(2).fill(
        'AEP-1 and AEP-2 name the same resolution, proposal 25; it delivered neither of them.',
      ),
    )
    const both = [1, 2].map((aep) => linkOf(aep, upgrade, 'delivers', [BY_FIELD]))
    expect(kindsInWorld(aeps, both)).toEqual([])
    const one = [
      linkOf(1, upgrade, 'delivers', [BY_FIELD]),
      linkOf(2, upgrade, 'mentions', [BY_FIELD]),
    ]
    expect(findInWorld(aeps, one).map(({ explanation }) => explanation)[0]).toBe(
      'AEP-1 and AEP-2 name the same resolution, proposal 25; it delivered only AEP-1.',
    )
  })

  it('takes a proposal that delivers by its text for the one that the field names', () => {
    const messages = spendTarget(25n, { action: 'messages' })
    const aeps = [aepOf(1, 'Final', RESOLUTION_25), aepOf(2, 'Final', RESOLUTION_25)]
    expect(kindsInWorld(aeps, [linkOf(1, messages), linkOf(2, messages)])).toEqual([])
  })

  it('calls a spend no resolution of a Standard, and says what delivered it instead', () => {
    const standard = aepOf(1, 'Final', { ...RESOLUTION_25, type: 'Standard' })
    const meta = aepOf(2, 'Final', {
      resolution: 'https://www.mintscan.io/akash/proposals/26',
      type: 'Meta',
    })
    const links = [
      linkOf(1, spend, 'funds', [BY_FIELD]),
      linkOf(1, upgradeTarget()),
      linkOf(2, spendTarget(26n), 'funds', [BY_FIELD]),
    ]
    const findings = findInWorld([standard, meta], links)
    expect(findings.map(({ aep, kind }) => `${aep} ${kind}`)).toEqual(['1 resolution-is-funding'])
    expect(findings[0]?.explanation).toBe(
      'AEP-1 is a Standard, and its resolution, proposal 25, spends from the community pool and delivers nothing; v9.0.0 delivered it at height 900 on 2026-03-10.',
    )
  })

  it('measures completion from the funding vote only where nothing delivered it', () => {
    const aep = (completed: string) => aepOf(1, 'Final', { ...RESOLUTION_25, completed })
    const funded = linkOf(1, spend, 'funds', [BY_FIELD])
    expect(kindsInWorld([aep('2026-02-08')], [funded])).toEqual([])
    expect(kindsInWorld([aep('2026-02-09')], [funded])).toEqual(['1 completed-far-from-funding'])
    expect(kindsInWorld([aep('2025-01-01')], [funded])).toEqual([])
    expect(kindsInWorld([aep('2026-03-10')], [funded, linkOf(1, upgradeTarget())])).toEqual([])
    // A spend that the field does not name pays at any time, before the work or after it.
    const paid = aepOf(1, 'Final', { completed: '2026-06-01' })
    expect(kindsInWorld([paid], [linkOf(1, spend, 'funds')])).toEqual([])
    const open = linkOf(1, spendTarget(25n, { standing: 'unknown' }), 'funds', [BY_FIELD])
    expect(kindsInWorld([aep('2026-06-01')], [open])).toEqual([])
  })

  it('leaves the field out on another chain, where the number means another proposal', () => {
    const aeps = [aepOf(1, 'Final', RESOLUTION_25), aepOf(2, 'Final', RESOLUTION_25)]
    const links = [1, 2].map((aep) => linkOf(aep, spend, 'funds'))
    expect(kindsInWorld(aeps, links, { chainId: 'skydev-1' })).toEqual([])
    expect(kindsInWorld(aeps, links)).toEqual(['1 resolution-shared', '2 resolution-shared'])
  })
})
