import { afterEach, describe, expect, it, vi } from 'vitest'
import type { EarlyAnswers } from './answers.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the early script', () => {
  it('asks the first endpoint before the app does, for ten seconds at most', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    const { fetch, answers } = await run({}, new Response('{"result":{}}'))
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      'http://page.test/rpc/0',
      expect.objectContaining({ signal: timeout.mock.results[0]?.value, redirect: 'manual' }),
    )
    expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000)
    expect(await answers?.[0]).toMatchObject({ status: 200, text: '{"result":{}}' })
  })

  it('stops reading an answer without end, as the app would', async () => {
    const cancel = vi.fn()
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(4 * 1_048_576)),
      cancel,
    })
    const { answers } = await run({}, new Response(endless))
    await expect(answers?.[0]).rejects.toThrow('The body is larger than 33554432 bytes.')
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('asks nothing where the screen stands behind the #, and a link may name another endpoint', async () => {
    const { fetch, answers, preloaded } = await run({ history: 'hash' }, new Response('{}'))
    expect(fetch).not.toHaveBeenCalled()
    expect([answers, preloaded]).toEqual([undefined, []])
  })
})

/** Runs the script in a page with this configuration, whose endpoint answers like this. */
async function run(config: object, response: Response) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => response)
  const page: { skylightEarly?: EarlyAnswers } = {}
  const preloaded: unknown[] = []
  const blocks: Record<string, unknown> = {
    'skylight-config': { endpoints: [{ url: '/rpc/0', name: 'a node' }], ...config },
    'skylight-screens': { '/proposals/': ['/assets/proposal.js'] },
  }
  vi.stubGlobal('window', page)
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('location', { origin: 'http://page.test', pathname: '/proposals/5', search: '' })
  vi.stubGlobal('document', {
    getElementById: (id: string) => ({ textContent: JSON.stringify(blocks[id]) }),
    createElement: () => ({}),
    head: { append: (link: unknown) => preloaded.push(link) },
  })
  vi.resetModules()
  await import('./main.ts')
  return { fetch, preloaded, answers: page.skylightEarly && [...page.skylightEarly.values()] }
}
