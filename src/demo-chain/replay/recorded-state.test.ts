import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatQueryAnswer } from '../application/query-answer.ts'
import { parseStorePath } from '../application/store-path.ts'
import { readFields, WireFieldError } from '../application/wire-fields.ts'
import { bytesArgument, flagArgument, textArgument } from '../server/backend.ts'
import { encodeHex } from '../server/bytes.ts'
import { jsonAt } from '../server/json.ts'
import { loadScene } from './load-scene.ts'
import type { RecordedCall } from './recorded-call.ts'
import { readRecordedCalls } from './recorded-call.ts'
import { answeredHeight } from './recorded-queries.ts'
import { RecordedState } from './recorded-state.ts'

const RECORDINGS = join(import.meta.dirname, '../../../test/recordings')

async function callsOf(scene: string): Promise<RecordedCall[]> {
  const { answers } = await loadScene(join(RECORDINGS, scene))
  return answers.flatMap(readRecordedCalls)
}

/** What follows from the lists for a recorded query, the recorded answer to it left aside. */
function derive(state: RecordedState, { call }: RecordedCall, height: bigint): unknown {
  const path = textArgument(call.args, 'path')
  const data = bytesArgument(call.args, 'data')
  if (flagArgument(call.args, 'prove')) return undefined
  const read = parseStorePath(path)
  if (read?.read === 'subspace') {
    const stateHeight = read.store === 'upgrade' ? height : state.pinned
    const answer = state.store.answerSubspace(read.store, data, stateHeight, height)
    return answer && formatQueryAnswer(answer)
  }
  if (read !== undefined) return undefined
  try {
    const fields = readFields(data)
    const answers = state.modules.map((module) => module.answer(path, fields, height))
    const answer = answers.find((one) => one !== undefined)
    return answer && formatQueryAnswer(answer)
  } catch (cause) {
    if (cause instanceof WireFieldError) return undefined
    throw cause
  }
}

/** How many recorded answers are made again from the lists, by query. A number that falls is a list that came apart. */
const REMADE = {
  steady: {
    '/akash.audit.v1.Query/AllProvidersAttributes': 1,
    '/akash.market.v1beta5.Query/Bids': 4,
    '/akash.market.v1beta5.Query/Lease': 3,
    '/akash.market.v1beta5.Query/Leases': 7,
    '/akash.market.v1beta5.Query/Orders': 1,
    '/akash.provider.v1beta4.Query/Providers': 1,
    '/cosmos.gov.v1.Query/Deposits': 9,
    '/cosmos.gov.v1.Query/Proposal': 39,
    '/cosmos.gov.v1.Query/Proposals': 6,
    '/cosmos.gov.v1.Query/TallyResult': 2,
    '/cosmos.gov.v1.Query/Vote': 2,
    '/cosmos.gov.v1.Query/Votes': 13,
    '/cosmos.slashing.v1beta1.Query/SigningInfos': 1,
    '/cosmos.staking.v1beta1.Query/DelegatorDelegations': 128,
    '/cosmos.staking.v1beta1.Query/Validators': 6,
    '/cosmos.upgrade.v1beta1.Query/AppliedPlan': 4,
    '/store/gov/subspace': 1,
    '/store/upgrade/subspace': 1,
  },
  market: {
    '/akash.audit.v1.Query/AllProvidersAttributes': 1,
    '/akash.deployment.v1beta4.Query/Deployments': 2,
    '/akash.market.v1beta5.Query/Bids': 13,
    '/akash.market.v1beta5.Query/Leases': 10,
    '/akash.market.v1beta5.Query/Orders': 10,
    '/akash.provider.v1beta4.Query/Providers': 1,
    '/store/upgrade/subspace': 1,
  },
  halt: {
    '/cosmos.gov.v1.Query/Proposal': 1,
    '/cosmos.gov.v1.Query/Proposals': 5,
    '/cosmos.slashing.v1beta1.Query/SigningInfos': 1,
    '/cosmos.staking.v1beta1.Query/Validators': 2,
    '/cosmos.upgrade.v1beta1.Query/AppliedPlan': 2,
    '/store/upgrade/subspace': 2,
  },
  'halt-partial': {
    '/cosmos.gov.v1.Query/Proposals': 4,
    '/cosmos.slashing.v1beta1.Query/SigningInfos': 1,
    '/cosmos.staking.v1beta1.Query/Validators': 2,
    '/cosmos.upgrade.v1beta1.Query/AppliedPlan': 2,
    '/store/upgrade/subspace': 2,
  },
  resumed: {
    '/cosmos.gov.v1.Query/Proposals': 4,
    '/cosmos.slashing.v1beta1.Query/SigningInfos': 1,
    '/cosmos.staking.v1beta1.Query/Validators': 2,
    '/cosmos.upgrade.v1beta1.Query/AppliedPlan': 2,
    '/store/upgrade/subspace': 1,
  },
}

describe.each(Object.entries(REMADE))('scene %s', (scene, remade) => {
  it('makes from its lists the very bytes the node answered with, wherever both are known', async () => {
    const calls = await callsOf(scene)
    const state = new RecordedState(calls)
    const derived: Record<string, number> = {}
    for (const recorded of calls) {
      const height = answeredHeight(recorded)
      if (recorded.call.method !== 'abci_query' || height === undefined) continue
      const made = derive(state, recorded, height)
      if (made === undefined) continue
      const path = textArgument(recorded.call.args, 'path')
      expect({ path, made }).toEqual({ path, made: recorded.result })
      derived[path] = (derived[path] ?? 0) + 1
    }
    expect(derived).toEqual(remade)
  })
})

describe('store reads without a proof', () => {
  it('finds under a key what the node proved to lie there, or that nothing does', async () => {
    for (const scene of ['steady', 'halt', 'resumed']) {
      const calls = await callsOf(scene)
      const state = new RecordedState(calls)
      for (const { call, result } of calls) {
        const read = parseStorePath(textArgument(call.args, 'path'))
        const height = answeredHeight({
          endpoint: '',
          call,
          result,
          answer: { kind: 'result', text: '' },
        })
        if (!flagArgument(call.args, 'prove') || read === undefined || height === undefined)
          continue
        const key = bytesArgument(call.args, 'data')
        const answer = state.store.answerKey(read.store, key, height)
        const made = answer && jsonAt(formatQueryAnswer(answer), 'response')
        const told = jsonAt(result, 'response')
        expect([scene, encodeHex(key), jsonAt(made, 'value'), jsonAt(made, 'key')]).toEqual([
          scene,
          encodeHex(key),
          jsonAt(told, 'value'),
          jsonAt(told, 'key'),
        ])
      }
    }
  })
})
