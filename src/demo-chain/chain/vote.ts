import { createEvent } from './event.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { LEGACY_ONE, readDec } from './legacy-dec.ts'
import { fail, type MessageResult, succeed } from './message-result.ts'
import type { ChainAction } from './script.ts'
import { WHOLE_WEIGHT } from './tally.ts'

type VoteAction = Extract<ChainAction, { kind: 'vote' }>

const VOTING_PERIOD = 2

/** Whether it is told by `MsgVote`: one option with all the weight. */
export function isPlainVote({ options }: VoteAction): boolean {
  const [only, ...others] = options
  if (only === undefined || others.length > 0) return false
  return only.weight === WHOLE_WEIGHT || readDec(only.weight) === LEGACY_ONE
}

/** `MsgVote` and `MsgVoteWeighted` of x/gov; the newest vote of a voter counts. */
export function vote(
  id: bigint,
  action: VoteAction,
  block: BlockContext,
  { gov }: LedgerStores,
): MessageResult {
  const isPlain = isPlainVote(action)
  if (!isPlain) {
    const wrong = findWrongOptions(action)
    if (wrong !== undefined) return fail('invalidVote', wrong)
  }
  if (gov.proposal(id, block.height)?.status !== VOTING_PERIOD) {
    return fail('inactiveProposal', String(id))
  }
  const options = action.options.map(({ option, weight }) => ({
    option,
    weight: isPlain ? WHOLE_WEIGHT : weight,
  }))
  gov.putVote(block.height, {
    proposalId: id,
    voter: action.voter,
    options,
    metadata: action.metadata,
  })
  return succeed(() => [
    createEvent('proposal_vote', [
      ['voter', action.voter],
      ['option', JSON.stringify(options)],
      ['proposal_id', String(id)],
    ]),
  ])
}

function findWrongOptions({ options }: VoteAction): string | undefined {
  if (new Set(options.map(({ option }) => option)).size < options.length) {
    return 'duplicated vote option'
  }
  const total = options.reduce((sum, { weight }) => sum + readDec(weight), 0n)
  if (total > LEGACY_ONE) return 'total weight overflow 1.00'
  return total < LEGACY_ONE ? 'total weight lower than 1.00' : undefined
}
