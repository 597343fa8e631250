import { loadScene } from '../replay/load-scene.ts'
import type { Replay } from '../replay/replay-backend.ts'
import { createReplay } from '../replay/replay-backend.ts'
import type { Scene } from '../replay/scene.ts'
import type { SocketPace } from '../replay/socket-replay.ts'
import { createNodeServer } from '../server/node-server.ts'
import type { RequestLog } from './serve-node.ts'
import { serveNode } from './serve-node.ts'

export interface ReplayNodeOptions {
  /** Folder of a scene, or a loaded one. */
  readonly scene: string | Scene
  /** Endpoint to be. @default 'archive' */
  readonly as?: string
  /** @default 0, any free port */
  readonly port?: number
  /** A loopback address. @default '127.0.0.1' */
  readonly host?: string
  /** How subscriptions are replayed. */
  readonly pace?: Partial<SocketPace>
}

export interface ReplayNode {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  /** Endpoint it is. */
  readonly as: string
  /** The time at which the scene stands still. */
  readonly now: Date
  readonly requests: RequestLog
  close(): Promise<void>
}

/** Header of every reply: the time the node stands still at, ISO 8601. */
export const REPLAY_NOW_HEADER = 'X-Replay-Now'

/** The endpoint that runs without CORS (recordings/README.md). */
const ENDPOINT_WITHOUT_CORS = 'nocors'

const replays = new WeakMap<Scene, Replay>()

/** A scene ready to be replayed; made once for each. */
export function replayOf(scene: Scene): Replay {
  const known = replays.get(scene)
  if (known !== undefined) return known
  const replay = createReplay(scene)
  replays.set(scene, replay)
  return replay
}

/**
 * Serves a recorded scene as one of its nodes, on a loopback port.
 * @throws {SceneError} when the folder holds no scene
 * @throws {ReplayError} when the scene has no such endpoint, or its process was dead
 * @throws {ServeNodeError} when the port is taken
 */
export async function startReplayNode(options: ReplayNodeOptions): Promise<ReplayNode> {
  const { as = 'archive', port = 0, host = '127.0.0.1', pace = {} } = options
  const scene = typeof options.scene === 'string' ? await loadScene(options.scene) : options.scene
  const { now, createBackend } = replayOf(scene)
  const server = createNodeServer(createBackend(as, pace), {
    cors: as !== ENDPOINT_WITHOUT_CORS,
    now: () => now,
    extraHeaders: () => ({ [REPLAY_NOW_HEADER]: now.toISOString() }),
  })
  const { url, requests, close } = await serveNode(server, { port, host })
  return { url, as, now, requests, close }
}
