import type { NodeHealthSnapshot } from '../../chain/node-health.ts'

/** An endpoint nobody has heard of. */
export const EMPTY_HEALTH: NodeHealthSnapshot = {
  endpoint: '',
  samples: [],
  latencyMs: undefined,
  lastSuccessAtMs: undefined,
  lastFailure: undefined,
  failuresInARow: 0,
  restsUntilMs: undefined,
  retryNotBeforeMs: undefined,
  cors: undefined,
  facts: {},
  heightSeenAtMs: undefined,
  blockAgeMs: undefined,
  events: [],
}
