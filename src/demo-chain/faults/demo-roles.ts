import type { DemoEndpointSpec } from './create-demo-endpoints.ts'

/** The first endpoints of a demo chain: what nodes that anybody may ask are like. */
export const DEMO_ROLES: readonly DemoEndpointSpec[] = [
  { name: 'archive' },
  { name: 'pruned', node: { keepStates: 1000n, keepBlocks: 1000n } },
  { name: 'light', node: { keepStates: 100n, keepBlocks: 100n, hasIndex: false } },
]
