import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pinnedHeight } from '../replay/endpoint-facts.ts'
import { loadScene } from '../replay/load-scene.ts'
import type { RecordedCall } from '../replay/recorded-call.ts'
import { readRecordedCalls } from '../replay/recorded-call.ts'
import { answeredHeight, answeredValue } from '../replay/recorded-queries.ts'
import { bytesArgument, flagArgument, integerArgument, textArgument } from '../server/backend.ts'
import { decodeUtf8, encodeHex } from '../server/bytes.ts'
import { jsonAt } from '../server/json.ts'
import { createApplication } from './living-application.ts'
import { formatQueryAnswer } from './query-answer.ts'
import type { StateLimits } from './refusals.ts'
import { createFakeLedger } from './testing/fake-chain.ts'
import { readRecordedChain } from './testing/recorded-chain.ts'
import { lastBytes, lastMessage, lastText, readFields } from './wire-fields.ts'

const RECORDINGS = join(import.meta.dirname, '../../../test/recordings')

async function queriesOf(scene: string): Promise<RecordedCall[]> {
  const { answers } = await loadScene(join(RECORDINGS, scene))
  return answers.flatMap(readRecordedCalls).filter(({ call }) => call.method === 'abci_query')
}

/** The upgrade of the scenes, which clears the plan. */
const UPGRADE = 27_400_605n

/** Whether an answer is of a state that is not the pinned one, nor like it. */
function isOfAnotherState(recorded: RecordedCall, pinned: bigint): boolean {
  const height = answeredHeight(recorded)
  if (height === undefined) return false
  const askedHeight = integerArgument(recorded.call.args, 'height') ?? 0n
  if (askedHeight !== 0n) return askedHeight !== pinned
  // Governance goes on between the answers of `resumed`; the rest stands still but for the upgrade.
  const isGov = textArgument(recorded.call.args, 'path').includes('gov')
  return isGov ? height < pinned : height >= UPGRADE !== pinned >= UPGRADE
}

/** The states a recorded node had when it gave an answer, as far as the answer tells. */
function limitsOf({ call, result, endpoint }: RecordedCall, pinned: bigint): StateLimits {
  const asked = integerArgument(call.args, 'height') ?? 0n
  const log = String(jsonAt(result, 'response', 'log'))
  const told = /latest height: (\d+)/.exec(log)?.[1] ?? jsonAt(result, 'response', 'height')
  const isAhead = jsonAt(result, 'response', 'code') === 26
  const latestState = isAhead ? asked - 1n : told === '0' ? pinned : BigInt(String(told))
  const earliestState = endpoint === 'pruned' ? latestState - 100n : 27_400_000n
  return { latestState, earliestState, initialHeight: 27_400_000n }
}

/** Why a living chain of the same state does not answer as the recorded node did; undefined where it does. */
function exceptionOf({ call, result }: RecordedCall): string | undefined {
  const path = textArgument(call.args, 'path')
  const isGood = jsonAt(result, 'response', 'code') === 0
  if (path.startsWith('/akash.')) return 'a module the chain does not have'
  if (flagArgument(call.args, 'prove') && isGood) return 'a proof, which takes a tree'
  if (path.endsWith('/ValidatorDelegations')) return 'delegations nobody recorded one by one'
  if (path.endsWith('/CommunityPool')) return 'fractions of uakt, which the ledger does not keep'
  if (path.endsWith('/GetNodeInfo')) return 'the Go modules of the build'
  return undefined
}

describe.each([
  ['steady', 201],
  ['halt', 39],
  ['halt-partial', 26],
  ['resumed', 23],
])('a chain in the state of scene %s', (scene, count) => {
  it('answers every recorded query with the very bytes, codes and texts of the node', async () => {
    const queries = await queriesOf(scene)
    const pinned = pinnedHeight(queries)
    const ofState = queries.filter((recorded) => !isOfAnotherState(recorded, pinned))
    const ledger = createFakeLedger(readRecordedChain(ofState, pinned), 10n ** 9n)
    const application = createApplication(ledger)
    let compared = 0
    for (const recorded of ofState) {
      const { args } = recorded.call
      if (exceptionOf(recorded) !== undefined) continue
      const query = {
        path: textArgument(args, 'path'),
        data: bytesArgument(args, 'data'),
        prove: flagArgument(args, 'prove'),
        askedHeight: integerArgument(args, 'height') ?? 0n,
      }
      const made = formatQueryAnswer(application.answer(query, limitsOf(recorded, pinned)))
      const what = `${query.path} ${encodeHex(query.data)} ${query.askedHeight}`
      expect({ what, made }).toEqual({ what, made: recorded.result })
      compared += 1
    }
    expect(compared).toBe(count)
  })
})

describe('what a living chain answers otherwise, and why', () => {
  async function steady() {
    const queries = await queriesOf('steady')
    const pinned = pinnedHeight(queries)
    const ofState = queries.filter((recorded) => !isOfAnotherState(recorded, pinned))
    const ledger = createFakeLedger(readRecordedChain(ofState, pinned), 10n ** 9n)
    const application = createApplication(ledger)
    const limits = { latestState: pinned, earliestState: 27_400_000n, initialHeight: 27_400_000n }
    return { ofState, application, limits, pinned }
  }

  it('says of the market and its neighbours that there is no such query, and no empty list', async () => {
    const { ofState, application, limits } = await steady()
    const paths = ofState.map(({ call }) => textArgument(call.args, 'path'))
    const market = [...new Set(paths)].filter((path) => path.startsWith('/akash.'))
    expect(market.length).toBeGreaterThan(10)
    for (const path of market) {
      const query = { path, data: new Uint8Array(), prove: false, askedHeight: 0n }
      expect(application.answer(query, limits)).toEqual({
        code: 6,
        codespace: 'sdk',
        log: 'unknown query path: unknown request',
        key: undefined,
        value: undefined,
        height: 0n,
      })
    }
  })

  it('hands out the proven values without proof, and says to who wants one that it has none', async () => {
    const { ofState, application, limits } = await steady()
    const proven = ofState.filter(
      ({ call, result }) =>
        flagArgument(call.args, 'prove') && jsonAt(result, 'response', 'code') === 0,
    )
    expect(proven).toHaveLength(9)
    for (const { call, result } of proven) {
      const [path, data] = [textArgument(call.args, 'path'), bytesArgument(call.args, 'data')]
      const askedHeight = integerArgument(call.args, 'height') ?? 0n
      const bare = formatQueryAnswer(
        application.answer({ path, data, prove: false, askedHeight }, limits),
      )
      const told = jsonAt(result, 'response')
      expect({ ...Object(jsonAt(bare, 'response')), proofOps: 'left out' }).toEqual({
        ...Object(told),
        proofOps: 'left out',
      })
      expect(application.answer({ path, data, prove: true, askedHeight }, limits)).toMatchObject({
        code: 7,
        codespace: 'store',
        log: 'proof is unexpectedly empty; ensure height has not been pruned: invalid request',
        height: 0n,
      })
    }
  })

  it('tells of the node what the node gave, without the modules of a build', async () => {
    const { ofState, application, limits } = await steady()
    const path = '/cosmos.base.tendermint.v1beta1.Service/GetNodeInfo'
    const recorded = ofState.find(({ call }) => textArgument(call.args, 'path') === path)
    const told = readFields(answeredValue(recorded) ?? new Uint8Array())
    const node = {
      id: 'aec0e69077b8663f28d6f57b74ae53503fe34d94',
      moniker: 'overlook-archive',
      chainId: 'skydev-1',
      cometVersion: '0.38.19',
      channels: Uint8Array.from([0x40, 0x20, 0x21, 0x22, 0x23, 0x30, 0x38, 0x60, 0x61]),
      listenAddress: 'tcp://127.0.0.1:26656',
      rpcAddress: 'tcp://127.0.0.1:26657',
    }
    const query = { path, data: new Uint8Array(), prove: false, askedHeight: 0n }
    const { value } = application.answer(query, limits, { ...node, appVersion: 'v9.9.9' })
    const made = readFields(value ?? new Uint8Array())
    expect(lastBytes(made, 1)).toEqual(lastBytes(told, 1))
    const [software, recordedSoftware] = [lastMessage(made, 2), lastMessage(told, 2)]
    expect([lastText(software, 2), lastText(recordedSoftware, 2)]).toEqual(['akash', 'akash'])
    expect(lastText(software, 3)).toBe('v9.9.9')
  })

  it("says the version a node claims to run, or else the chain's", async () => {
    const { application, limits } = await steady()
    const query = { path: '/app/version', data: new Uint8Array(), prove: false, askedHeight: 0n }
    const versions = [
      application.answer(query, limits),
      application.answer(query, limits, { appVersion: 'v2.2.0' }),
    ]
    expect(versions.map(({ value }) => decodeUtf8(value ?? new Uint8Array()))).toEqual([
      'v2.1.0',
      'v2.2.0',
    ])
  })

  it('answers a node that tells of blocks the chain does not have from the newest state there is', () => {
    const application = createApplication(createFakeLedger({ inflation: 5n }, 200n))
    const limits = { latestState: 260n, earliestState: 100n, initialHeight: 100n }
    const path = '/cosmos.mint.v1beta1.Query/Inflation'
    const query = { path, data: new Uint8Array(), prove: false, askedHeight: 0n }
    expect(application.answer(query, limits)).toMatchObject({ code: 0, height: 260n })
  })
})
