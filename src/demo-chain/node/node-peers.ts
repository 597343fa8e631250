import type { Json, JsonObject } from '../server/json.ts'
import type { DemoNode } from './demo-node.ts'
import { formatGoTime } from './go-time.ts'
import { nodeId, nodeInfoJson } from './node-identity.ts'

/** Peers every demo node has. Like its own blocks they are invented: no demo node talks to another. */
const PEERS = [
  { moniker: 'cedar-sentry', ip: '192.0.2.17' },
  { moniker: 'polaris-sentry', ip: '192.0.2.58' },
  { moniker: 'foundry-seed', ip: '192.0.2.101' },
]

/** Connected for this long; a node of the demo chain has always been there. */
const UPTIME_S = 86_400n
const NANOSECONDS = 1_000_000_000n

const CHANNELS: readonly (readonly [id: number, capacity: number, priority: number])[] = [
  [48, 1, 5],
  [64, 1000, 5],
  [32, 100, 6],
  [33, 100, 10],
  [34, 100, 7],
  [35, 2, 1],
  [56, 1, 6],
  [96, 10, 5],
  [97, 10, 3],
]

/** `net_info` (steady/011). */
export function netInfoJson(node: DemoNode): JsonObject {
  const since = new Date(node.ledger.now().getTime() - Number(UPTIME_S) * 1000)
  const monitor = monitorJson(formatGoTime(since))
  return {
    listening: true,
    listeners: ['Listener(@)'],
    n_peers: String(PEERS.length),
    peers: PEERS.map(({ moniker, ip }) => ({
      node_info: nodeInfoJson(moniker, node.chainId, true),
      is_outbound: true,
      connection_status: {
        Duration: String(UPTIME_S * NANOSECONDS),
        SendMonitor: monitor,
        RecvMonitor: monitor,
        Channels: CHANNELS.map(channelJson),
      },
      remote_ip: ip,
    })),
  }
}

/** Peers of `dump_consensus_state`, all in one state of a round. */
export function peerStatesJson(roundState: JsonObject): Json[] {
  return PEERS.map(({ moniker, ip }) => ({
    node_address: `${nodeId(moniker)}@${ip}:26656`,
    peer_state: { round_state: roundState, stats: { votes: '1168', block_parts: '54' } },
  }))
}

function channelJson([id, capacity, priority]: readonly [number, number, number]): JsonObject {
  return {
    ID: id,
    SendQueueCapacity: String(capacity),
    SendQueueSize: '0',
    Priority: String(priority),
    RecentlySent: '0',
  }
}

function monitorJson(start: string): JsonObject {
  return {
    Start: start,
    Bytes: '257299200',
    Samples: '172800',
    InstRate: '1450',
    CurRate: '3240',
    AvgRate: '2978',
    PeakRate: '239480',
    BytesRem: '0',
    Duration: String(UPTIME_S * NANOSECONDS),
    Idle: '60000000',
    TimeRem: '0',
    Progress: 0,
    Active: true,
  }
}
