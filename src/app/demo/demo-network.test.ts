import { describe, expect, it, vi } from 'vitest'
import { createDemoOpener, type DemoNetwork } from './demo-network.ts'

const NETWORK: DemoNetwork = {
  fetch: () => Promise.reject(new Error('not asked here')),
  WebSocket: class {
    addEventListener(): void {}
    send(): void {}
    close(): void {}
  },
}

describe('createDemoOpener', () => {
  it('opens one chain a page, however many ask for it', async () => {
    const load = vi.fn(async () => NETWORK)
    const open = createDemoOpener(load)
    expect(await Promise.all([open(), open()])).toEqual([NETWORK, NETWORK])
    await open()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('tries again after one that could not be started, and then opens one and no more', async () => {
    const load = vi
      .fn<() => Promise<DemoNetwork>>()
      .mockRejectedValueOnce(new Error('the worker is lost'))
      .mockResolvedValue(NETWORK)
    const open = createDemoOpener(load)
    const again = () => open()
    const both = [open(), open()].map((opening) => opening.catch(again))
    expect(await Promise.all(both)).toEqual([NETWORK, NETWORK])
    expect(load).toHaveBeenCalledTimes(2)
  })
})
