import { join } from 'node:path'
import { replayOf } from '../src/demo-chain/http/replay-node.ts'
import { type RequestLog, serveNode } from '../src/demo-chain/http/serve-node.ts'
import { loadScene } from '../src/demo-chain/replay/load-scene.ts'
import type { Replay } from '../src/demo-chain/replay/replay-backend.ts'
import { createNodeServer, type NodeServer } from '../src/demo-chain/server/node-server.ts'
import type { SocketPeer } from '../src/demo-chain/server/socket-session.ts'
import { ScriptedChain } from './scripted-chain.ts'

export interface ScriptedNodeOptions {
  /** Folder of the scene the chain goes on from. @default the recorded `steady` */
  readonly scene?: string
  /** @default 0, any free port */
  readonly port?: number
  /** Chain time between two blocks, milliseconds. @default 2_000 */
  readonly blockMs?: number
  /** Whether WebSockets are taken at first. @default true */
  readonly sockets?: boolean
}

/** A node of the recorded network whose chain goes on when it is told to. */
export interface ScriptedNode {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string
  /** Height of the newest block. Figures are read two below. */
  readonly height: bigint
  /** Two seconds after the newest block. The recording's time and no other: set the reader's clock to it. */
  readonly now: Date
  /** WebSockets that are open. */
  readonly openSockets: number
  readonly requests: RequestLog
  /**
   * Makes a block with one vote and tells the subscribers. Returns its height; `advance(2)` makes it readable.
   * Rejects for a voter whose delegations were not recorded: see `findSilentVoters`.
   */
  addVote(vote: {
    readonly proposalId: bigint
    readonly voter: string
    /** 1 yes, 2 abstain, 3 no, 4 no with veto. */
    readonly option: 1 | 2 | 3 | 4
  }): Promise<bigint>
  /** Makes blocks without transactions. Returns the newest height. @default 1 */
  advance(blocks?: number): bigint
  /** Makes the block that counts a vote, after its end: the votes are gone from then on. */
  closeVote(proposalId: bigint): Promise<bigint>
  /** Accounts of validators that have not voted, and can. */
  findSilentVoters(proposalId: bigint): Promise<readonly string[]>
  /** Ends every WebSocket. */
  dropSockets(): void
  /** Ends every WebSocket as a node does that is stopped: with an error on each subscription. */
  cancelSubscriptions(): void
  /** Whether new WebSockets are taken; those that are open stay. A proxy without them is one that takes none. */
  allowSockets(isAllowed: boolean): void
  close(): Promise<void>
}

const replays = new Map<string, Promise<Replay>>()

/** Read once, however many nodes go on from it: it is never changed. */
function loadReplay(folder: string): Promise<Replay> {
  const known = replays.get(folder) ?? loadScene(folder).then(replayOf)
  replays.set(folder, known)
  return known
}

/** Starts a node that answers as the recorded one did, until the script says what happens next. */
export async function startScriptedNode(options: ScriptedNodeOptions = {}): Promise<ScriptedNode> {
  const { scene = join(import.meta.dirname, 'recordings', 'steady'), port = 0 } = options
  const chain = await ScriptedChain.create(await loadReplay(scene), options.blockMs ?? 2_000)
  const peers = new Set<SocketPeer>()
  let takesSockets = options.sockets ?? true
  const now = () => new Date(chain.time.getTime() + 2_000)
  const server = createNodeServer(chain, { now })
  const counted: NodeServer = {
    handle: (request) => server.handle(request),
    connect(peer) {
      if (!takesSockets) {
        peer.close()
        return { receive: async () => 0, end: () => undefined }
      }
      peers.add(peer)
      const session = server.connect(peer)
      return {
        receive: (text) => session.receive(text),
        end() {
          peers.delete(peer)
          session.end()
        },
      }
    },
  }
  const { url, requests, close } = await serveNode(counted, { port })
  return {
    url,
    requests,
    close,
    get height() {
      return chain.height
    },
    get now() {
      return now()
    },
    get openSockets() {
      return peers.size
    },
    addVote({ proposalId, voter, option }) {
      const options = [[option, '1.000000000000000000']] as const
      return chain.addVote({ proposalId, voter, options, metadata: '' })
    },
    advance(blocks = 1) {
      for (let made = 0; made < blocks; made += 1) chain.produceBlock()
      return chain.height
    },
    closeVote: (proposalId) => chain.closeVote(proposalId),
    findSilentVoters: (proposalId) => chain.findSilentVoters(proposalId),
    dropSockets() {
      for (const peer of peers) peer.close()
    },
    cancelSubscriptions: () => chain.cancelSubscriptions(),
    allowSockets(isAllowed) {
      takesSockets = isAllowed
    },
  }
}
