import type { CDPSession } from 'playwright'

/** Circumstances a page is loaded under. */
export interface PageProfile {
  readonly name: string
  readonly viewport: { readonly width: number; readonly height: number }
  /** Bytes a second, and milliseconds of latency; undefined: as fast as this machine. */
  readonly network?: { readonly down: number; readonly up: number; readonly latencyMs: number }
  /** How many times slower than this machine. */
  readonly cpuSlowdown: number
}

/** What Lighthouse calls slow 4G, on a CPU four times slower. */
const SLOW = { network: { down: 1.6e6 / 8, up: 0.75e6 / 8, latencyMs: 150 }, cpuSlowdown: 4 }

export const SLOW_PHONE: PageProfile = {
  name: 'slow phone',
  viewport: { width: 390, height: 844 },
  ...SLOW,
}

export const SLOW_WIDE: PageProfile = {
  name: 'same, 1280 px wide',
  viewport: { width: 1280, height: 900 },
  ...SLOW,
}

export const UNTHROTTLED: PageProfile = {
  name: 'unthrottled',
  viewport: { width: 1280, height: 900 },
  cpuSlowdown: 1,
}

export async function applyProfile(session: CDPSession, profile: PageProfile): Promise<void> {
  await session.send('Network.enable')
  const { network, cpuSlowdown } = profile
  if (network !== undefined) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latencyMs,
      downloadThroughput: network.down,
      uploadThroughput: network.up,
    })
  }
  if (cpuSlowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
}
