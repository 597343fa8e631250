import type { UpgradeEta } from '../upgrade-eta.ts'

/** A range between three times, from headers nobody asks about. */
export function etaRange(
  p10: string,
  p50: string,
  p90: string,
): Extract<UpgradeEta, { kind: 'range' }> {
  return {
    kind: 'range',
    p10: new Date(p10),
    p50: new Date(p50),
    p90: new Date(p90),
    blocksLeft: 1_000n,
    method: {
      windows: [1_000, 4_000],
      blockMs: 6_000,
      rehearsals: 40,
      rehearsalBlocks: 500,
      error: 0.01,
      spread: 0.013,
    },
    sample: { count: 51, lowest: 1n, highest: 4_001n, standstills: [] },
  }
}
