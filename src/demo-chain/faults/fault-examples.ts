import type { Fault } from './fault.ts'
import { PLAIN_FAULTS } from './fault.ts'

/** Every kind of fault, with and without what is optional, for lists of them. */
export const FAULT_EXAMPLES: readonly Fault[] = [
  ...PLAIN_FAULTS.map((kind) => ({ kind })),
  { kind: 'rate-limit', retryAfterS: undefined },
  { kind: 'rate-limit', retryAfterS: 30 },
  { kind: 'rate-limit-after', requests: 5 },
  { kind: 'late', ms: 2000 },
  { kind: 'flap', ms: 5000 },
  { kind: 'die-after', requests: 5 },
  { kind: 'socket-drop', ms: 1000 },
  { kind: 'clock-skew', ms: 60_000 },
  { kind: 'lag', blocks: 100n },
  { kind: 'ahead', blocks: 100n },
  { kind: 'pruned', blocks: 100n },
  { kind: 'halt', height: 'now' },
]
