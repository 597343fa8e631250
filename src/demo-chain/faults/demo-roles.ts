import type { DemoEndpointSpec } from './create-demo-endpoints.ts'

/** The first endpoints of a demo chain: what nodes that anybody may ask are like. */
export const DEMO_ROLES: readonly DemoEndpointSpec[] = [
  { name: 'archive', node: { upgradesAfterMs: 40_000 } },
  { name: 'pruned', node: { keepStates: 1000n, keepBlocks: 1000n, upgradesAfterMs: 150_000 } },
  {
    name: 'light',
    node: { keepStates: 100n, keepBlocks: 100n, hasIndex: false, upgradesAfterMs: 15_000 },
    outage: { fromMs: 15_000, toMs: 100_000 },
  },
]
