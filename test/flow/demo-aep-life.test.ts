import { describe, expect, it } from 'vitest'
import { readRegistry } from '../../src/data/registry/registry.ts'
import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { findEpoch } from '../../src/demo-chain/chain/world/epoch.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import type { Delivery, LinkTarget } from '../../src/domain/link/link.ts'
import { planKey } from '../../src/domain/link/link.ts'
import type { LinkedRegistry } from '../../src/queries/linked-registry.ts'
import { readAepLinks } from '../../src/queries/read-aep-links.ts'
import { openInProcess } from './in-process-chain.ts'

const MINUTE_MS = 60_000
/** AEPs of the story told from the first upgrade on: brought and taken out again, voted down, brought by messages. */
const WHOLE = 104
const LOST = 105
const BY_MESSAGES = 106

/** One node of a demo chain; only its clock moves. */
function openDemo(day: string, seed: number) {
  const noon = new Date(`${day}T12:00:00Z`)
  const { genesisTime } = findEpoch(noon, seed)
  let now = genesisTime
  const ledger = createLedger(createDemoScript({ now: noon, seed }), () => now)
  const node = createDemoNode(ledger, { moniker: 'archive' }, createApplication(ledger))
  const server = createNodeServer(node, { now: ledger.now })
  return async (minutes: number): Promise<LinkedRegistry> => {
    now = new Date(genesisTime.getTime() + minutes * MINUTE_MS)
    const chain = openInProcess(server, ledger.tip(), () => now)
    const { linked } = await readAepLinks(chain, now.toISOString().slice(0, 10))
    return linked
  }
}

/** `delivered v2.4.0, then v2.5.0` */
function tell(delivery: Delivery | undefined): string {
  if (delivery === undefined) return 'nothing-found'
  switch (delivery.kind) {
    case 'nothing-found':
      return 'nothing-found'
    case 'mentioned':
    case 'funding-passed':
    case 'delivered-by-messages':
      return `${delivery.kind} by ${delivery.by.map(({ relation }) => relation).join(', ')}`
    case 'in-vote':
      return `${delivery.standing}: ${nameOf(delivery.by.target)}`
    case 'delivered':
      return [
        `delivered ${nameOf(delivery.first.target)}`,
        ...delivery.later.map(({ target }) => nameOf(target)),
      ].join(', then ')
    case 'removed': {
      const from = delivery.delivered === undefined ? 'unknown' : nameOf(delivery.delivered.target)
      return `delivered ${from}, removed ${nameOf(delivery.by.target)}`
    }
    default:
      return `${delivery.kind} ${nameOf(delivery.by.target)}`
  }
}

function nameOf(target: LinkTarget): string {
  return target.kind === 'upgrade' ? target.name : target.kind
}

const STORY: readonly (readonly [minutes: number, aep: number, told: string])[] = [
  [240, WHOLE, 'nothing-found'],
  [250, WHOLE, 'mentioned by mentions'],
  [450, WHOLE, 'funding-passed by funds'],
  [515, WHOLE, 'in-deposit: v2.4.0'],
  [600, WHOLE, 'in-vote: v2.4.0'],
  [700, BY_MESSAGES, 'in-vote: proposal'],
  [720, WHOLE, 'scheduled v2.4.0'],
  [800, WHOLE, 'delivered v2.4.0'],
  [880, BY_MESSAGES, 'delivered-by-messages by delivers'],
  [970, WHOLE, 'delivered v2.4.0, then v2.5.0'],
  [1010, LOST, 'in-vote: v2.7.0'],
  [1130, WHOLE, 'delivered v2.4.0, removed v2.6.0'],
  [1190, LOST, 'rejected v2.7.0'],
]

describe('an AEP nobody has heard of, on the living demo chain', () => {
  it.each([
    ['2026-11-21', 1],
    ['2026-12-24', 7],
  ])(
    'goes through every state that a chain can show while only time passes (%s, seed %i)',
    async (day, seed) => {
      const at = openDemo(day, seed)
      const registry = JSON.stringify(readRegistry(), bigintAsText)
      for (const [minutes, aep, told] of STORY) {
        const { deliveries } = await at(minutes)
        expect([minutes, aep, tell(deliveries.get(aep))]).toEqual([minutes, aep, told])
      }
      expect(JSON.stringify(readRegistry(), bigintAsText)).toBe(registry)
    },
    60_000,
  )

  it('has behind it a group that no record knows, named by the upgrade’s own text', async () => {
    const { table, ground } = await openDemo('2026-11-21', 1)(800)
    expect(ground.registry.groups.some(({ id }) => id === 'sig-storage')).toBe(false)
    const plan = ground.plans.find(({ name }) => name === 'v2.4.0')
    if (plan === undefined) throw new Error('v2.4.0 was applied')
    for (const owners of [
      table.aepOwners.get(WHOLE),
      table.planOwners.get(planKey(plan.name, plan.height)),
    ]) {
      if (owners?.kind !== 'groups') throw new Error('somebody stands behind it')
      expect(owners.ties.map(({ group }) => group)).toEqual(['sig-storage'])
      const evidence = owners.ties.flatMap((tie) => tie.evidence)
      expect(evidence.length).toBeGreaterThan(0)
      for (const one of evidence) {
        expect(one).toMatchObject({ class: 'explicit', rule: 'proposal-text' })
        expect(one.quote).toContain('sig-storage')
      }
    }
  })

  it('is joined by mainnet’s own AEPs only where the demo’s past has mainnet’s upgrades', async () => {
    const { table, deliveries } = await openDemo('2026-11-21', 1)(400)
    expect(table.scope.kind).toBe('same-upgrades')
    expect(tell(deliveries.get(76))).toBe('delivered v2.0.0')
    // Launches and proposals on record are akashnet-2's alone.
    expect(tell(deliveries.get(8))).not.toContain('genesis')
    expect(table.links.some(({ target }) => target.kind === 'launch')).toBe(false)
  })
})

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
