import { decodeMessage } from '../../chain/messages/decode-message.ts'
import { formatFieldText } from '../../domain/field-text.ts'
import { formatHex } from '../../domain/format-bytes.ts'
import type { Message } from '../../domain/message.ts'
import { computeMissingDeposit } from '../../domain/proposal-life.ts'
import type { Chain } from '../../queries/chain.ts'
import { type ProposalDetail, readProposalDetail } from '../../queries/proposal-detail.ts'
import { type Answer, EXIT, toProvenance } from './answer.ts'
import { coinJson, proposalRowJson } from './proposals.ts'
import type { MessageJson } from './shapes.ts'

/** The chain has no proposal of that number; the message explains as far as can be told. */
export class NoSuchProposalError extends Error {
  override readonly name = 'NoSuchProposalError'
  readonly exitCode = EXIT.noSuchThing
}

/**
 * `skylight proposal <id>`
 * @throws {NoSuchProposalError} when the chain has none of that number
 */
export async function showProposal(chain: Chain, id: bigint): Promise<Answer> {
  const detail = await readProposalDetail(chain, id)
  if (detail.kind === 'absent') throw new NoSuchProposalError(explainAbsence(detail))
  const provenance = toProvenance(detail.source)
  if (detail.kind === 'unreadable') {
    const row = proposalRowJson(
      { kind: 'unreadable', id, reason: detail.reason, bytes: detail.bytes },
      undefined,
    )
    const data = {
      ...row,
      summary: null,
      metadata: null,
      messages: [],
      deposits: null,
      missingDeposit: null,
    }
    return { provenance, data, header: ['field', 'value'], rows: [['unreadable', detail.reason]] }
  }
  return { provenance, ...describe(detail) }
}

function describe(detail: Extract<ProposalDetail, { kind: 'found' }>) {
  const { proposal, params, tally, deposits } = detail
  const isOpen = proposal.status === 'PROPOSAL_STATUS_VOTING_PERIOD'
  const live = isOpen && tally.kind === 'known' ? tally.value : undefined
  const row = { kind: 'proposal', id: proposal.id, proposal } as const
  const data = {
    ...proposalRowJson(row, live),
    summary: proposal.summary,
    metadata: proposal.metadata,
    messages: proposal.messages.map((message) => messageJson(decodeMessage(message))),
    deposits:
      deposits.kind === 'known'
        ? deposits.value.map(({ depositor, coins }) => ({ depositor, coins: coins.map(coinJson) }))
        : null,
    missingDeposit:
      params.kind === 'known' ? computeMissingDeposit(proposal, params.value).map(coinJson) : null,
  }
  const { messages, unreadable: _, ...plain } = data
  return {
    data,
    header: ['field', 'value'],
    rows: [
      ...Object.entries(plain).map(([field, value]) => [field, textOf(value)]),
      ...messages.flatMap((message, index) => messageRows(message, `messages[${index}]`)),
    ],
  }
}

function textOf(value: unknown): string {
  if (value === null) return 'not known'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function messageJson(message: Message): MessageJson {
  if (message.kind === 'undecoded') {
    return {
      typeUrl: message.typeUrl,
      summary: null,
      fields: [],
      inner: [],
      bytes: formatHex(message.bytes),
    }
  }
  return {
    typeUrl: message.typeUrl,
    summary: message.summary,
    fields: message.fields.map(({ path, label, value }) => ({
      path,
      label,
      text: formatFieldText(value),
    })),
    inner: message.inner.map(messageJson),
    bytes: null,
  }
}

function messageRows(message: MessageJson, prefix: string): string[][] {
  return [
    [`${prefix}.typeUrl`, message.typeUrl],
    ...(message.bytes === null ? [] : [[`${prefix}.bytes`, message.bytes]]),
    ...message.fields.map(({ path, text }) => [`${prefix}.${path}`, text]),
    ...message.inner.flatMap((inner, index) => messageRows(inner, `${prefix}.inner[${index}]`)),
  ]
}

/** Why the chain has no proposal of a number, as far as can be told. */
export function explainAbsence({
  id,
  newestId,
}: Extract<ProposalDetail, { kind: 'absent' }>): string {
  if (newestId !== undefined && id > newestId) {
    return `There is no proposal ${id} yet; the newest is ${newestId}.`
  }
  return `The chain has no proposal ${id}: it was cancelled by its proposer or never reached its deposit, and the chain deletes both.`
}
