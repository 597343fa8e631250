import { describe, expect, it } from 'vitest'
import {
  act,
  buildDeployment,
  buildRunning,
  HEIGHT,
} from '../../domain/market/metrics/testing/build-market.ts'
import { computeTenantDeployments } from './tenant-deployments.ts'

describe('computeTenantDeployments', () => {
  it('counts the funds of its own deployments only, the first to run out on top', () => {
    const settledAt = HEIGHT - 10n
    const { rows } = computeTenantDeployments(
      'tenant',
      [
        buildDeployment([act(1_100)], { dseq: 1n, settledAt }),
        buildDeployment([act(300)], { dseq: 2n, settledAt }),
        { ...buildDeployment([], { dseq: 3n }), escrow: undefined },
        buildDeployment([act(1)], { owner: 'another', dseq: 4n, settledAt }),
      ],
      [
        buildRunning([], { id: { dseq: 1n } }),
        buildRunning([], { id: { dseq: 2n } }),
        buildRunning([], { id: { dseq: 2n, oseq: 2 } }),
        buildRunning([], { id: { dseq: 3n } }),
      ],
      HEIGHT,
    )
    // 1: (1,100 − 10 × 10) ÷ 10 = 100; 2: (300 − 20 × 10) ÷ 20 = 5; 3 has no account
    expect(rows.map(({ deployment, runway }) => [Number(deployment.dseq), runway])).toEqual([
      [2, { kind: 'blocks', blocks: 5n }],
      [1, { kind: 'blocks', blocks: 100n }],
      [3, { kind: 'not-known' }],
    ])
    expect(rows[0]?.leases).toHaveLength(2)
  })
})
