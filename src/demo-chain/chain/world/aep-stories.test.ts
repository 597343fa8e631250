import { describe, expect, it } from 'vitest'
import { readRegistry } from '../../../data/registry/registry.ts'
import { findDepositWait, tellUpgrade } from './aep-stories.ts'
import { createDemoScript } from './create-demo-script.ts'
import { findEpoch } from './epoch.ts'
import { traceProposals } from './testing/trace-proposals.ts'
import { isLostUpgrade } from './upgrade-plans.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const epoch = findEpoch(NOW, 1)
const traced = traceProposals(
  createDemoScript({ now: NOW }),
  epoch.genesisTime,
  new Date(epoch.endsAt.getTime() + 6 * 3_600_000),
)
const find = (key: string) => {
  const found = traced.find(({ submit }) => submit.key === key)
  if (found === undefined) throw new Error(`${key} is not in the script`)
  return found
}

describe('the stories of AEPs on the demo chain', () => {
  it('are of numbers that no document has, so that only the chain can tell of them', () => {
    const { aeps, laterAeps, absentAeps } = readRegistry()
    const known = [...aeps, ...laterAeps, ...absentAeps].map(({ number }) => number)
    const told = Array.from({ length: 40 }, (_, index) => tellUpgrade(index).aep)
    expect(Math.min(...told)).toBeGreaterThan(Math.max(...known))
  })

  it('bring an AEP in one upgrade, extend it in the next, take it out in the third and lose the fourth vote', () => {
    for (let index = 3; index < 43; index += 4) {
      const { aep } = tellUpgrade(index)
      expect(tellUpgrade(index)).toEqual({ kind: 'brings', aep })
      expect(tellUpgrade(index + 1)).toEqual({ kind: 'extends', aep })
      expect(tellUpgrade(index + 2)).toEqual({ kind: 'takes-out', aep })
      expect(tellUpgrade(index + 3)).toEqual({ kind: 'brings', aep: aep + 1 })
      const lost = [0, 1, 2, 3].map((chapter) => isLostUpgrade(index + chapter))
      expect(lost).toEqual([false, false, false, true])
    }
  })

  it('have an AEP spoken of and paid for before the upgrade that brings it waits for its deposit', () => {
    const [call, funding, upgrade] = [find('aep-call-0'), find('aep-funding-0'), find('upgrade-3')]
    const { aep } = tellUpgrade(3)
    for (const { submit } of [call, funding, upgrade])
      expect(submit.summary).toContain(`AEP-${aep}`)
    const { to = 0, outcome } = funding.rounds[0] ?? {}
    expect(outcome?.kind).toBe('passes')
    expect(call.submittedAt).toBeLessThan(funding.submittedAt)
    expect(to).toBeLessThan(upgrade.submittedAt)
    expect(upgrade.depositEnd - upgrade.submittedAt).toBe(findDepositWait(3))
    expect(upgrade.rounds[0]?.outcome?.kind).toBe('passes')
  })

  it('tell every reader that number and content are invented', () => {
    const told = traced.filter(({ submit }) => /AEP-\d/.test(submit.summary))
    expect(told.length).toBeGreaterThan(12)
    for (const { submit } of told) expect(submit.summary).toContain('inventions of this demo chain')
  })
})
