import type { Proposal, Vote } from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  Proposal as ProposalCodec,
  Vote as VoteCodec,
} from '../../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import {
  QueryProposalResponse,
  QueryTallyResultResponse,
} from '../../../chain/proto/generated/cosmos/gov/v1/query.ts'
import { formatQueryAnswer, refusal, valueAnswer } from '../../application/query-answer.ts'
import { encodePage, pageCollection, readPageRequest } from '../../application/sdk-paging.ts'
import { readFields } from '../../application/wire-fields.ts'
import type { DemoNodeOptions } from '../../node/node-options.ts'
import type { NodeBackend, RpcCall, Subscriber } from '../../server/backend.ts'
import {
  bytesArgument,
  errorAnswer,
  integerArgument,
  resultAnswer,
  textArgument,
} from '../../server/backend.ts'
import { bigEndian64 } from '../../server/bytes.ts'
import { internalError } from '../../server/rpc-error.ts'

export const TIP = 1000n
/** Of proposals 1 to 7; 3 is in its voting period. */
export const OPEN_VOTE = 3n
export const VOTING_ENDS_S = 1_800_000_000n
/** The third one's is among those a lying node turns round. */
export const VOTERS = ['akash1aaay', 'akash1aaax', 'akash1aaap', 'akash1aaa9', 'akash1aaa8']

const GOV = '/cosmos.gov.v1.Query/'

/** A node of seven proposals and five votes that knows enough to have answers falsified. */
export function createSmallNode({ lagBlocks = 0n, chainId = 'skydemo-1' }: DemoNodeOptions): {
  readonly backend: NodeBackend
  /** Who is subscribed at the moment. */
  readonly subscribers: ReadonlySet<Subscriber>
} {
  const subscribers = new Set<Subscriber>()
  const tip = TIP - lagBlocks
  const backend: NodeBackend = {
    answer(call) {
      if (call.method === 'abci_query') return answerQuery(call, tip)
      if (call.method !== 'status') return errorAnswer(internalError('not here'))
      return resultAnswer({
        node_info: { network: chainId },
        sync_info: {
          latest_block_height: String(tip),
          latest_block_hash: '1F',
          latest_app_hash: 'AF',
        },
      })
    },
    subscribe(_, subscriber) {
      subscribers.add(subscriber)
      return { kind: 'subscribed', stop: () => void subscribers.delete(subscriber) }
    },
  }
  return { backend, subscribers }
}

function answerQuery(call: RpcCall, tip: bigint) {
  const asked = integerArgument(call.args, 'height') ?? 0n
  const height = asked === 0n ? tip : asked
  const value = findValue(textArgument(call.args, 'path'), bytesArgument(call.args, 'data'))
  const answer = value === undefined ? refusal(6, 'unknown query path') : valueAnswer(value, height)
  return resultAnswer(formatQueryAnswer(answer))
}

function findValue(path: string, data: Uint8Array): Uint8Array | undefined {
  const fields = readFields(data)
  switch (path) {
    case `${GOV}Proposals`: {
      const entries = proposals().map((proposal) => ({
        key: bigEndian64(proposal.id),
        item: ProposalCodec.encode(proposal).finish(),
      }))
      return encodePage(pageCollection(entries, readPageRequest(fields, 4)))
    }
    case `${GOV}Proposal`:
      return QueryProposalResponse.encode({
        proposal: proposals().find(({ id }) => id === fields[0]?.integer),
      }).finish()
    case `${GOV}Votes`: {
      const entries = VOTERS.map((voter, at) => ({
        key: Uint8Array.of(at),
        item: VoteCodec.encode(vote(voter)).finish(),
      }))
      return encodePage(pageCollection(entries, readPageRequest(fields, 2)))
    }
    case `${GOV}TallyResult`:
      return QueryTallyResultResponse.encode({
        tally: { yesCount: '101', abstainCount: '7', noCount: '3', noWithVetoCount: '1' },
      }).finish()
    default:
      return undefined
  }
}

function proposals(): Proposal[] {
  const blank = ProposalCodec.decode(new Uint8Array())
  return Array.from({ length: 7 }, (_, at) => ({
    ...blank,
    id: BigInt(at + 1),
    title: `Proposal ${at + 1}`,
    votingEndTime: { seconds: VOTING_ENDS_S, nanos: 0 },
  }))
}

function vote(voter: string): Vote {
  const options: Vote['options'] = [{ option: 1, weight: '1.000000000000000000' }]
  return { proposalId: OPEN_VOTE, voter, options, metadata: '' }
}
