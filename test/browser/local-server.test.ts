import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type LocalServer, startLocalServer } from '../../src/cli/server/local-server.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { closePages, shareChromium } from './chromium.ts'

const STEADY = fileURLToPath(new URL('../recordings/steady', import.meta.url))

let browser: Browser
let node: ReplayNode
let server: LocalServer
beforeAll(async () => {
  // A node as it ships: browsers may not read it, which is what the forwarder is for.
  node = await startReplayNode({ scene: STEADY, as: 'nocors', port: 0 })
  server = await startLocalServer({
    dist: inject('dist'),
    port: 0,
    endpoints: [{ url: node.url, name: node.url }],
  })
  browser = await shareChromium()
})
afterAll(async () => {
  await closePages()
  await server?.close()
  await node?.close()
})

/** Asks the forwarder from within a page, as any script there could. */
function askFrom(page: Page, url: string): Promise<string> {
  return page.evaluate(async (address) => {
    const body = '{"jsonrpc":"2.0","id":0,"method":"status","params":{}}'
    try {
      const response = await fetch(address, { method: 'POST', body })
      return await response.text()
    } catch (error) {
      return String(error)
    }
  }, url)
}

describe('the local server in a browser', () => {
  it('opens the app under its policy without one violation, and asks nobody but itself', async () => {
    const page = await browser.newPage()
    const violations: string[] = []
    const hosts = new Set<string>()
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text())
    })
    page.on('request', (request) => {
      hosts.add(new URL(request.url()).host)
    })
    await page.goto(`${server.url}proposals`)
    await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0)
    await page.waitForLoadState('networkidle')
    expect(violations).toEqual([])
    expect([...hosts]).toEqual([`127.0.0.1:${server.port}`])
    await page.close()
  })

  it('reaches a node that browsers may not read', async () => {
    const page = await browser.newPage()
    await page.goto(server.url)
    expect(await askFrom(page, '/rpc/0')).toContain('"network":"skydev-1"')
    expect(await askFrom(page, '/rpc/1')).toContain('"kind":"no-endpoint"')
    await page.close()
  })

  it('carries a WebSocket to it', async () => {
    const page = await browser.newPage()
    await page.goto(server.url)
    const outcome = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url)
          socket.onopen = () => {
            socket.close()
            resolve('open')
          }
          socket.onerror = () => resolve('refused')
        }),
      `ws://127.0.0.1:${server.port}/rpc/0/websocket`,
    )
    expect(outcome).toBe('open')
    await page.close()
  })

  it('does nothing for a page of another origin, not even for one of this machine', async () => {
    const other = await startLocalServer({ dist: inject('dist'), port: 0 })
    const page = await browser.newPage()
    await page.goto(other.url)
    const seen = node.requests.httpRequests
    expect(await askFrom(page, `${server.url}rpc/0`)).toContain('Failed to fetch')
    expect(await askFrom(page, `http://localhost:${server.port}/rpc/0`)).toContain(
      'Failed to fetch',
    )
    expect(node.requests.httpRequests).toBe(seen)
    await page.close()
    await other.close()
  })
})
