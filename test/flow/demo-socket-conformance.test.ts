import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApplication } from '../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoNode } from '../../src/demo-chain/node/create-demo-node.ts'
import { compareShapes } from '../../src/demo-chain/node/testing/json-shape.ts'
import type { Json } from '../../src/demo-chain/server/json.ts'
import { encodeJson, jsonAt } from '../../src/demo-chain/server/json.ts'
import type { NodeServer } from '../../src/demo-chain/server/node-server.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import type { SocketSession } from '../../src/demo-chain/server/socket-session.ts'
import { createEventForms } from './conformance/event-forms.ts'
import { isListed, KNOWN_SOCKET_DIFFERENCES } from './conformance/known-differences.ts'
import { readScenes } from './conformance/recorded-exchange.ts'
import { compareTags, kindOfFrame, listSubscriptions } from './conformance/socket-frames.ts'

const scenes = await readScenes()
const subscriptions = listSubscriptions(scenes)

/** A minute before the votes on a proposal are counted. */
const START = Date.UTC(2026, 10, 21, 1, 30)

let server: NodeServer
beforeAll(() => {
  const script = createDemoScript({ now: new Date(START) })
  const probe = createLedger(script, () => new Date(START))
  const ends = probe
    .stateAt(probe.tip())
    .proposals()
    .flatMap(({ status, votingEndTime }) =>
      status === 2 && votingEndTime !== undefined ? [Number(votingEndTime.seconds) * 1000] : [],
    )
  vi.useFakeTimers({ now: Math.min(...ends) - 60_000 })
  const ledger = createLedger(script, () => new Date())
  const node = createDemoNode(ledger, { moniker: 'archive' }, createApplication(ledger))
  server = createNodeServer(node, { now: ledger.now })
})
afterAll(() => vi.useRealTimers())

describe('WebSocket frames of the demo chain', () => {
  const events = createEventForms()
  for (const { sockets } of scenes.values()) {
    for (const { frames } of sockets) for (const frame of frames) events.add(frame)
    for (const { response } of [...scenes.values()].flatMap(({ answers }) => answers)) {
      events.add(response)
    }
  }

  const differences: { readonly recording: string; readonly what: string }[] = []

  it.each(subscriptions.map((one) => [one.query, one] as const))(
    'are those of a real node for %s; what differs is listed',
    async (query, { frames: recorded, recordings }) => {
      const { frames, session } = connect()
      await send(session, 1, 'subscribe', { query })
      // Votes and steps of a round come by the hundred, blocks every six seconds.
      const isOfRounds = /'(Vote|NewRoundStep)'/.test(query)
      await vi.advanceTimersByTimeAsync(isOfRounds ? 20_000 : 180_000)
      session.end()
      const [wanted, given] = [recorded, frames].map((list) => new Set(list.map(kindOfFrame)))
      const found = [
        ...[...(wanted ?? [])]
          .filter((kind) => !given?.has(kind))
          .map((kind) => `never sent: ${kind}`),
        ...[...(given ?? [])].filter((kind) => !wanted?.has(kind)).map((kind) => `sent: ${kind}`),
        ...new Set(frames.flatMap((frame) => compareFrame(recorded, frame))),
      ].flatMap((what) => recordings.map((recording) => ({ recording, what })))
      differences.push(...found)
      const isKnown = ({ what }: (typeof found)[number]): boolean =>
        recordings.some((recording) =>
          KNOWN_SOCKET_DIFFERENCES.some((known) => isListed(known, { recording, what })),
        )
      expect(found.filter((one) => !isKnown(one))).toEqual([])
    },
    30_000,
  )

  it.each(KNOWN_SOCKET_DIFFERENCES.map((known) => [known.name, known] as const))(
    'differ as listed: %s; once they do not, the list is wrong',
    (_, known) => {
      expect(differences.some((one) => isListed(known, one))).toBe(true)
    },
  )

  it('refuse a sixth subscription and end subscriptions as a real node does', async () => {
    const recorded = scenes
      .get('steady')
      ?.sockets.find(({ file }) => file.startsWith('six-subscriptions'))?.frames
    const { frames, session } = connect()
    const query = (id: number): string => `tm.event='Tx' AND proposal_vote.proposal_id='${id}'`
    for (let id = 0; id < 6; id++) await send(session, id, 'subscribe', { query: query(id) })
    await send(session, 'subscribe', 'subscribe', { query: query(0) })
    await send(session, 'unsubscribe', 'unsubscribe', { query: query(0) })
    await send(session, 'unsubscribe', 'unsubscribe', { query: query(0) })
    await send(session, 'unsubscribe_all', 'unsubscribe_all', {})
    await send(session, 'status', 'status', {})
    session.end()
    expect(frames).toHaveLength(recorded?.length ?? 0)
    for (const [at, frame] of frames.entries()) {
      const wanted = recorded?.[at] ?? null
      expect([jsonAt(frame, 'id'), kindOfFrame(frame)]).toEqual([
        jsonAt(wanted, 'id'),
        kindOfFrame(wanted),
      ])
      expect(compareShapes(wanted, frame)).toEqual([])
    }
  })

  /** What a block carries is told in two events. */
  function likeTags(frame: Json): Json[] {
    const isOfBlock = (one: Json): boolean => /NewBlock(Events)?$/.test(kindOfFrame(one))
    return subscriptions
      .flatMap(({ frames }) => frames)
      .filter((one) =>
        isOfBlock(frame) ? isOfBlock(one) : kindOfFrame(one) === kindOfFrame(frame),
      )
  }

  function compareFrame(recorded: readonly Json[], frame: Json): string[] {
    const kind = kindOfFrame(frame)
    const alike = recorded.filter((one) => kindOfFrame(one) === kind)
    const shapes = compareShapes([...alike], [frame], (path) => path.endsWith('events'))
    if (!kind.startsWith('event')) return shapes
    return [...shapes, ...compareTags(likeTags(frame), frame), ...events.compare(frame)]
  }
})

function connect(): { readonly frames: Json[]; readonly session: SocketSession } {
  const frames: Json[] = []
  const session = server.connect({
    send: (text) => frames.push(JSON.parse(text)),
    close: () => undefined,
    drop: () => undefined,
  })
  return { frames, session }
}

async function send(
  session: SocketSession,
  id: string | number,
  method: string,
  params: { readonly query?: string },
): Promise<void> {
  await session.receive(encodeJson({ jsonrpc: '2.0', id, method, params: { ...params } }))
}
