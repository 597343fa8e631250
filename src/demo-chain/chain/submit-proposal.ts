import type { Params, Proposal } from '../../chain/proto/generated/cosmos/gov/v1/gov.ts'
import { MSG_SUBMIT_PROPOSAL_RESPONSE } from '../protobuf/gov-messages.ts'
import { encodeProto } from '../protobuf/message-writer.ts'
import { encodeUtf8 } from '../server/bytes.ts'
import { uaktOf, writeUakt } from './coins.ts'
import { addDeposit } from './deposit.ts'
import { createEvent } from './event.ts'
import type { BlockContext, LedgerStores } from './ledger-stores.ts'
import { LEGACY_ONE, mulDec, readDec, roundDec } from './legacy-dec.ts'
import { fail, type MessageResult, succeed } from './message-result.ts'
import type { ChainAction } from './script.ts'
import { EMPTY_TALLY } from './tally.ts'
import { readDuration, writeTimestamp } from './wire-time.ts'

type SubmitAction = Extract<ChainAction, { kind: 'submit-proposal' }>

/** As the Akash app sets it (app/types/app.go); a summary may have forty times of it. */
const MAX_METADATA_BYTES = 10_200
const DEPOSIT_PERIOD = 1

/** `MsgSubmitProposal` of x/gov (keeper/msg_server.go and keeper/proposal.go). */
export function submitProposal(
  action: SubmitAction,
  block: BlockContext,
  stores: LedgerStores,
): MessageResult {
  const { gov } = stores
  const params = gov.params.at(block.height)
  const id = gov.nextId.at(block.height)
  if (params === undefined || id === undefined) return fail('notFound', '')
  const refused = refuse(action, params)
  if (refused !== undefined) return refused

  const proposal: Proposal = {
    id,
    messages: [...action.messages],
    status: DEPOSIT_PERIOD,
    finalTallyResult: EMPTY_TALLY,
    submitTime: writeTimestamp(block.timeMs),
    depositEndTime: writeTimestamp(block.timeMs + readDuration(params.maxDepositPeriod)),
    totalDeposit: [],
    votingStartTime: undefined,
    votingEndTime: undefined,
    metadata: action.metadata,
    title: action.title,
    summary: action.summary,
    proposer: action.proposer,
    expedited: action.isExpedited,
    failedReason: '',
  }
  gov.put(block.height, proposal)
  gov.inactive.add({ timeMs: block.timeMs + readDuration(params.maxDepositPeriod), id })
  const deposit = addDeposit(id, action.proposer, action.initialDeposit, block, stores)
  if (deposit.kind === 'failed') {
    gov.delete(block.height, id)
    gov.inactive.remove(id)
    return deposit.result
  }
  gov.nextId.set(block.height, id + 1n)
  gov.name(action.key, id)
  return succeed(
    () => [
      createEvent('submit_proposal', [
        ['proposal_id', String(id)],
        ['proposal_proposer', action.proposer],
        ['proposal_messages', action.messages.map(({ typeUrl }) => `,${typeUrl}`).join('')],
      ]),
      ...deposit.events(),
      ...(deposit.startsVoting
        ? [createEvent('submit_proposal', [['voting_period_start', String(id)]])]
        : []),
    ],
    encodeProto(MSG_SUBMIT_PROPOSAL_RESPONSE, { proposalId: id }),
  )
}

/** What is wrong with it before anything is written; undefined when nothing is. */
function refuse(action: SubmitAction, params: Params): MessageResult | undefined {
  const { title, summary, metadata, messages } = action
  if (title === '') return fail('invalidRequest', 'proposal title cannot be empty')
  if (summary === '') return fail('invalidRequest', 'proposal summary cannot be empty')
  if (messages.length === 0 && metadata === '') {
    return fail('noProposalMsgs', 'either metadata or Msgs length must be non-nil')
  }
  const mismatch = findMetadataMismatch(action)
  if (mismatch !== undefined) return fail('invalidContent', mismatch)
  for (const text of [metadata, title]) {
    const length = lengthBeyond(text, MAX_METADATA_BYTES)
    if (length !== undefined) {
      return fail('metadataTooLong', `got metadata with length ${length}`)
    }
  }
  const length = lengthBeyond(summary, 40 * MAX_METADATA_BYTES)
  if (length !== undefined) return fail('summaryTooLong', `got summary with length ${length}`)
  return refuseInitialDeposit(action, params)
}

/** Metadata that is a JSON object repeats title and summary word for word. */
function findMetadataMismatch({ title, summary, metadata }: SubmitAction): string | undefined {
  const parsed = parseObject(metadata)
  if (parsed === undefined) return undefined
  const told = { title: readMember(parsed, 'title'), summary: readMember(parsed, 'summary') }
  if (told.title !== title) {
    return `metadata title '${told.title}' must equal proposal title '${title}'`
  }
  return told.summary === summary
    ? undefined
    : `metadata summary '${told.summary}' must equal proposal summary '${summary}'`
}

function parseObject(text: string): object | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

function readMember(value: object, name: string): string {
  const entry = Object.entries(value).find(([key]) => key === name)
  return typeof entry?.[1] === 'string' ? entry[1] : ''
}

function refuseInitialDeposit(action: SubmitAction, params: Params): MessageResult | undefined {
  const ratio = readDec(params.minInitialDepositRatio)
  const least = uaktOf(action.isExpedited ? params.expeditedMinDeposit : params.minDeposit)
  const needed = roundDec(mulDec(least * LEGACY_ONE, ratio))
  if (action.initialDeposit >= needed) return undefined
  const given = action.initialDeposit === 0n ? '' : writeUakt(action.initialDeposit)
  return fail('minDepositTooSmall', `was (${given}), need (${writeUakt(needed)})`)
}

/** Bytes of a text with more than `limit`; a character has at most three, so most texts need no count. */
function lengthBeyond(text: string, limit: number): number | undefined {
  if (text.length * 3 <= limit) return undefined
  const length = encodeUtf8(text).length
  return length > limit ? length : undefined
}
