import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { formatDec } from '../../src/domain/decimal.ts'
import { countByStatus } from '../../src/domain/proposal-filter.ts'
import type { ProposalList } from '../../src/queries/proposal-list.ts'
import { connectTo, readPictures } from './reading.ts'
import {
  RECORDINGS,
  readRecordedProposals,
  textsOfRecorded,
  textsOfRow,
} from './recorded-proposals.ts'
import { readTruth } from './truth.ts'

const truth = readTruth().steady
/** Of recordings/README.md: counts no real chain can produce. */
const NEGATIVE = [235, 243, 246, 296, 308, 317, 323, 334]

let node: ReplayNode
let pictures: readonly ProposalList[]
let list: ProposalList
beforeAll(async () => {
  node = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
  pictures = await readPictures(connectTo(node.url))
  const last = pictures.at(-1)
  if (last === undefined) throw new Error('the list gave no picture')
  list = last
})
afterAll(() => node.close())

describe('the list of proposals, read from a replayed node', () => {
  it('holds the ids that another route counted, newest first, and is whole', () => {
    const ids = proposals(list).map(({ id }) => Number(id))
    expect(ids).toHaveLength(196)
    expect(ids).toEqual(truth.proposal_ids.toSorted((a, b) => b - a))
    expect(list.isComplete).toBe(true)
  })

  it('counts every status as the other route does, deposit and failed too', () => {
    expect(Object.fromEntries(countByStatus(list.rows))).toEqual(truth.proposals_by_status)
  })

  it('shows every field of every proposal as cosmjs-types reads it from the recorded bytes', () => {
    const recorded = readRecordedProposals('steady').map(textsOfRecorded)
    expect(recorded).toHaveLength(196)
    expect(proposals(list).map(textsOfRow)).toEqual(recorded.toReversed())
  })

  it('keeps times to the nanosecond, because the chain has them', () => {
    const nanos = proposals(list).flatMap((row) => textsOfRow(row).times)
    expect(nanos.filter((time) => /\.\d{9}Z$/.test(time ?? '')).length).toBeGreaterThan(20)
    const ends = new Map(proposals(list).map((row) => [Number(row.id), textsOfRow(row).times[3]]))
    for (const { id, voting_end_time } of truth.voting) {
      expect(ends.get(id)).toBe(voting_end_time)
    }
  })

  it('keeps tallies no chain can count, rather than turning them into zeros', () => {
    const negative = proposals(list).filter((row) =>
      textsOfRow(row).finalTally?.some((count) => count.startsWith('-')),
    )
    expect(negative.map(({ id }) => Number(id)).toReversed()).toEqual(NEGATIVE)
  })

  it('shows the number of a proposal the chain deleted as a gap', () => {
    const gaps = list.rows.flatMap((row) => {
      if (row.kind !== 'gap') return []
      const ids: number[] = []
      for (let id = row.lowestId; id <= row.id; id++) ids.push(Number(id))
      return ids
    })
    const present = new Set(truth.proposal_ids)
    const absent = Array.from({ length: 355 }, (_, index) => index + 1).filter(
      (id) => !present.has(id),
    )
    expect(gaps.toSorted((a, b) => a - b)).toEqual(absent)
    expect(gaps).toContain(351)
  })

  it('counts the eight open votes live, as another route recounted them', () => {
    const shown = [...list.tallies].map(([id, figure]) => ({ id: Number(id), figure }))
    expect(shown.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
      truth.voting.map(({ id }) => id),
    )
    for (const { id, tally } of truth.voting) {
      expect(list.tallies.get(id.toString())).toMatchObject({
        kind: 'known',
        value: {
          yes: BigInt(tally.yes_count),
          abstain: BigInt(tally.abstain_count),
          no: BigInt(tally.no_count),
          noWithVeto: BigInt(tally.no_with_veto_count),
        },
      })
    }
  })

  it('reads the parameters votes are judged by', () => {
    const { params } = list
    if (params.kind !== 'known') throw new Error(`the parameters are ${params.kind}`)
    const expected = truth.params
    const { value } = params
    const dec = (share: bigint | undefined) => (share === undefined ? '' : formatDec(share))
    const seconds = (ms: number | undefined) => `${(ms ?? 0) / 1000}s`
    const coins = (list: readonly { denom: string; amount: bigint }[]) =>
      list.map(({ denom, amount }) => ({ denom, amount: amount.toString() }))
    expect({
      min_deposit: coins(value.minDeposit),
      max_deposit_period: seconds(value.maxDepositPeriodMs),
      voting_period: seconds(value.votingPeriodMs),
      quorum: dec(value.quorum),
      threshold: dec(value.threshold),
      veto_threshold: dec(value.vetoThreshold),
      min_initial_deposit_ratio: dec(value.minInitialDepositRatio),
      proposal_cancel_ratio: dec(value.proposalCancelRatio),
      proposal_cancel_dest: value.proposalCancelDest,
      expedited_voting_period: seconds(value.expeditedVotingPeriodMs),
      expedited_threshold: dec(value.expeditedThreshold),
      expedited_min_deposit: coins(value.expeditedMinDeposit),
      burn_vote_quorum: value.burnVoteQuorum,
      burn_proposal_deposit_prevote: value.burnProposalDepositPrevote,
      burn_vote_veto: value.burnVoteVeto,
      min_deposit_ratio: dec(value.minDepositRatio),
    }).toEqual(expected)
  })

  it('reads the bonded stake that quorum is measured against', () => {
    expect(list.bondedTokens).toMatchObject({ kind: 'known', value: BigInt(truth.bonded_tokens) })
  })

  it('says which node, chain and block every figure comes from', () => {
    const source = { chainId: 'skydev-1', height: 27_400_494n, endpoint: node.url }
    expect(list.source).toMatchObject({ ...source, query: '/cosmos.gov.v1.Query/Proposals' })
    expect(list.source.time?.toISOString()).toBe('2026-11-21T03:05:19.878396608Z')
    expect(list.params).toMatchObject({ source })
    expect(list.bondedTokens).toMatchObject({ source })
    expect([...list.tallies.values()]).toEqual(
      [...list.tallies.values()].map((figure) =>
        expect.objectContaining({ source: expect.objectContaining(source), kind: figure.kind }),
      ),
    )
  })

  it('grows from picture to picture, never losing a row or a figure it had', () => {
    expect(pictures.length).toBeGreaterThan(2)
    for (const [index, picture] of pictures.entries()) {
      const before = pictures[index - 1]
      if (before === undefined) continue
      const ids = new Set(proposals(picture).map(({ id }) => id))
      expect(proposals(before).every(({ id }) => ids.has(id))).toBe(true)
      const lost = [...before.tallies].filter(
        ([id, figure]) => figure.kind === 'known' && picture.tallies.get(id)?.kind !== 'known',
      )
      expect(lost).toEqual([])
    }
  })
})

function proposals({ rows }: ProposalList) {
  return rows.filter((row) => row.kind === 'proposal')
}
