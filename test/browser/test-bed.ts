import path from 'node:path'
import type { Browser } from 'playwright'
import { inject } from 'vitest'
import { type LocalServer, startLocalServer } from '../../src/cli/server/local-server.ts'
import { ROOT } from '../../src/cli/start/build-app.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import type { Scene } from '../../src/demo-chain/replay/scene.ts'
import { closePages, shareChromium } from './chromium.ts'

/** What every file of these tests works with: one browser, the built app, and the recorded scene as a node. */
export interface TestBed {
  readonly browser: Browser
  /** The replayed scene `steady`, as `npm start -- --rpc` sees it. */
  readonly node: ReplayNode
  /** Serves the built app and forwards to `node`. */
  readonly server: LocalServer
  /** The time at which the scene stands still (RFC 3339). */
  readonly now: string
  /** Serves the same app for other endpoints; closed with the rest. */
  serve(endpoints: readonly string[], options?: ServeOptions): Promise<LocalServer>
  /** The same scene as another node; closed with the rest. */
  replay(options?: { readonly as?: string; readonly port?: number }): Promise<ReplayNode>
  close(): Promise<void>
}

export interface ServeOptions {
  readonly network?: string
}

/** Read once for all test files of a worker; nothing changes it. */
let steady: Promise<Scene> | undefined

/** Opens it all. */
export async function openTestBed(): Promise<TestBed> {
  steady ??= loadScene(path.join(ROOT, 'test/recordings/steady'))
  const [browser, scene] = await Promise.all([shareChromium(), steady])
  const closers: (() => Promise<void>)[] = [closePages]
  const replay = async (options: { readonly as?: string; readonly port?: number } = {}) => {
    const node = await startNode(scene, options)
    closers.push(() => node.close())
    return node
  }
  const node = await replay()
  const now = node.now.toISOString()
  const serve = async (endpoints: readonly string[], options: ServeOptions = {}) => {
    const server = await startLocalServer({
      dist: inject('dist'),
      port: 0,
      endpoints: endpoints.map((url) => ({ url, name: url })),
      now,
      ...options,
    })
    closers.push(() => server.close())
    return server
  }
  return {
    browser,
    node,
    server: await serve([node.url]),
    now,
    serve,
    replay,
    close: async () => {
      await Promise.all(closers.map((close) => close()))
    },
  }
}

/** Closing twice is closing once: a test may take its node down before the end. */
async function startNode(
  scene: Scene,
  options: { readonly as?: string; readonly port?: number },
): Promise<ReplayNode> {
  const node = await startReplayNode({ scene, ...options })
  let closing: Promise<void> | undefined
  return {
    ...node,
    close: () => {
      closing ??= node.close()
      return closing
    },
  }
}
