import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AbciQueryError } from '../../src/chain/abci.ts'
import { describeFailure } from '../../src/chain/failure.ts'
import { replayOf, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import type { NodeAnswer } from '../../src/demo-chain/server/backend.ts'
import { readProposalDetail } from '../../src/queries/proposal-detail.ts'
import {
  atHeight,
  type MisbehavingNode,
  queryHeight,
  queryPath,
  refusal,
  startMisbehavingNode,
} from './misbehaving-node.ts'
import { connectTo, readWholeList } from './reading.ts'
import {
  RECORDINGS,
  readRecordedProposals,
  textsOfRecorded,
  textsOfRow,
} from './recorded-proposals.ts'
import { readTruth } from './truth.ts'

const LATEST = 27_400_496n
const PROPOSALS = '/cosmos.gov.v1.Query/Proposals'
const PRUNED =
  'failed to load state at height 27400494; version mismatch on immutable IAVL tree; version does not exist (latest height: 27400496): not found'
const IN_FUTURE =
  'cannot query with height in the future; please provide a valid height: invalid height'

describe('the height a picture is read at', () => {
  it('is two blocks behind the newest on a running chain, whichever endpoint is asked', async () => {
    for (const as of await endpointsOf('steady')) {
      const { pin, count } = await readScene('steady', as)
      expect({ as, pin, count }).toEqual({
        as,
        pin: { height: 27_400_494n, reason: 'behind-latest' },
        count: 196,
      })
    }
  })

  it('is the last block before the plan on a halted chain, which every endpoint still answers', async () => {
    for (const as of await endpointsOf('halt')) {
      const { pin, count } = await readScene('halt', as)
      expect({ as, pin, count }).toEqual({ as, pin: HALTED, count: 196 })
    }
  })

  it('is that block too while old and upgraded nodes stand side by side', async () => {
    const endpoints = await endpointsOf('halt-partial')
    expect(endpoints).toEqual(['archive', 'pruned', 'nocors', 'v4', 'v5'])
    for (const as of endpoints) {
      const { pin, count } = await readScene('halt-partial', as)
      expect({ as, pin, count }).toEqual({ as, pin: HALTED, count: 196 })
    }
  })

  it('is used as given where the reader names one, though status says the chain is not there yet', async () => {
    const { pin, count, rows } = await readScene('resumed', 'archive', 27_400_731n)
    expect(pin).toEqual({ height: 27_400_731n, reason: 'asked-for' })
    expect(count).toBe(readTruth().resumed.proposal_count)
    const recorded = readRecordedProposals('resumed').map(textsOfRecorded)
    expect(rows.filter((row) => row.kind === 'proposal').map(textsOfRow)).toEqual(
      recorded.toReversed(),
    )
  })
})

const HALTED = { height: 27_400_604n, reason: 'halted-for-upgrade' }

describe('a node that has no state at the pinned height after all', () => {
  let node: MisbehavingNode
  beforeAll(async () => {
    node = await startMisbehavingNode()
  })
  afterAll(() => node.close())

  it.each([
    [38, PRUNED],
    [26, IN_FUTURE],
  ])('is asked once more at its newest height (code %i)', async (code, log) => {
    refuseBelowLatest(node, code, log)
    const { pin, rows } = await readWholeList(connectTo(node.url))
    expect(pin).toEqual({ height: LATEST, reason: 'latest' })
    expect(rows.filter((row) => row.kind === 'proposal')).toHaveLength(196)
    const asked = node.queries.filter((query) => query.startsWith(PROPOSALS))
    expect(asked.filter((query) => query === `${PROPOSALS} 27400494`)).toHaveLength(1)
    expect(asked.at(1)).toBe(`${PROPOSALS} ${LATEST}`)
  })

  it('is asked once more for a single proposal too', async () => {
    refuseBelowLatest(node, 38, PRUNED)
    await expect(readProposalDetail(connectTo(node.url), 353n)).resolves.toMatchObject({
      kind: 'found',
      pin: { height: LATEST },
      source: { height: LATEST },
    })
  })

  it('is not asked a third time', async () => {
    node.misbehave((call) => (queryPath(call) === PROPOSALS ? refusal(38, PRUNED) : undefined))
    await expect(readWholeList(connectTo(node.url))).rejects.toThrow(AbciQueryError)
    expect(node.queries.filter((query) => query.startsWith(PROPOSALS))).toEqual([
      `${PROPOSALS} 27400494`,
      `${PROPOSALS} ${LATEST}`,
    ])
  })

  it.each([
    [
      38,
      PRUNED,
      (url: string) =>
        `${url} no longer keeps the state of height 27400300; choose a later height or an archive node.`,
    ],
    [
      26,
      IN_FUTURE,
      (url: string) =>
        `${url} has not reached height 27400300 yet; choose an earlier one, wait or use another endpoint.`,
    ],
  ])('never replaces a height the reader asked for (code %i)', async (code, log, sentence) => {
    node.misbehave((call) => (queryHeight(call) === 27_400_300n ? refusal(code, log) : undefined))
    const chain = connectTo(node.url, { explicitHeight: 27_400_300n })
    const error = await readWholeList(chain).catch((cause: unknown) => cause)
    expect(describeFailure(error)).toMatchObject({ sentence: sentence(node.url), detail: log })
    expect(node.queries.filter((query) => query.startsWith(PROPOSALS))).toEqual([
      `${PROPOSALS} 27400300`,
    ])
  })
})

/** Refuses the state two blocks back; its newest one answers with what was recorded. */
function refuseBelowLatest(node: MisbehavingNode, code: number, log: string): void {
  node.misbehave((call, ask) => {
    if (queryPath(call)?.startsWith('/cosmos.') !== true) return undefined
    if (queryHeight(call) === LATEST) return ask(atHeight(call, 27_400_494n)).then(asOfLatest)
    return queryHeight(call) === 27_400_494n ? refusal(code, log) : undefined
  })
}

/** A node names the height of the state it answered from. */
function asOfLatest(answer: NodeAnswer): NodeAnswer {
  return answer.kind === 'result'
    ? { ...answer, text: answer.text.replace('"height":"27400494"', `"height":"${LATEST}"`) }
    : answer
}

async function endpointsOf(scene: string): Promise<readonly string[]> {
  return replayOf(await sceneOf(scene)).endpoints
}

const scenes = new Map<string, ReturnType<typeof loadScene>>()

function sceneOf(name: string): ReturnType<typeof loadScene> {
  const loaded = scenes.get(name) ?? loadScene(join(RECORDINGS, name))
  scenes.set(name, loaded)
  return loaded
}

async function readScene(name: string, as: string, explicitHeight?: bigint) {
  const node = await startReplayNode({ scene: await sceneOf(name), as })
  try {
    const { pin, rows } = await readWholeList(
      connectTo(node.url, explicitHeight === undefined ? {} : { explicitHeight }),
    )
    return { pin, rows, count: rows.filter((row) => row.kind === 'proposal').length }
  } finally {
    await node.close()
  }
}
