import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Proposal, proposalStatusToJSON } from 'cosmjs-types/cosmos/gov/v1/gov'
import { QueryProposalsResponse } from 'cosmjs-types/cosmos/gov/v1/query'
import type { ProposalRow } from '../../src/domain/proposal.ts'

export const RECORDINGS = join(import.meta.dirname, '..', 'recordings')

/** Every proposal of a scene, decoded by cosmjs-types from the recorded pages alone, ascending by id. */
export function readRecordedProposals(scene: string): readonly Proposal[] {
  const folder = join(RECORDINGS, scene)
  return readdirSync(folder)
    .filter((name) => /^\d+-gov-proposals-p\d+\.json\.gz$/.test(name))
    .flatMap((name) => {
      const { response } = JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString())
      const bytes = Buffer.from(response.result.response.value, 'base64')
      return QueryProposalsResponse.decode(bytes).proposals
    })
    .sort((a, b) => Number(a.id - b.id))
}

/** A proposal with everything it holds as comparable text. */
export interface ProposalTexts {
  readonly id: string
  readonly status: string
  readonly title: string
  readonly summary: string
  readonly metadata: string
  readonly proposer: string
  /** Type URL and bytes in hex. */
  readonly messages: readonly (readonly [string, string])[]
  readonly expedited: boolean
  readonly failedReason: string
  readonly totalDeposit: readonly string[]
  /** Submission, end of deposits, start and end of the vote; null where there is none. */
  readonly times: readonly (string | null)[]
  /** Yes, abstain, no, no with veto. */
  readonly finalTally: readonly string[] | null
}

export function textsOfRecorded(proposal: Proposal): ProposalTexts {
  const { finalTallyResult: tally } = proposal
  return {
    id: proposal.id.toString(),
    status: proposalStatusToJSON(proposal.status),
    title: proposal.title,
    summary: proposal.summary,
    metadata: proposal.metadata,
    proposer: proposal.proposer,
    messages: proposal.messages.map(({ typeUrl, value }) => [typeUrl, hex(value)]),
    expedited: proposal.expedited,
    failedReason: proposal.failedReason,
    totalDeposit: proposal.totalDeposit.map(({ denom, amount }) => `${amount} ${denom}`),
    times: [
      proposal.submitTime,
      proposal.depositEndTime,
      proposal.votingStartTime,
      proposal.votingEndTime,
    ].map(rfc3339Nano),
    finalTally: tally
      ? [tally.yesCount, tally.abstainCount, tally.noCount, tally.noWithVetoCount]
      : null,
  }
}

/** The same of a row the app read. @throws {Error} when the row is no proposal */
export function textsOfRow(row: ProposalRow): ProposalTexts {
  if (row.kind !== 'proposal') throw new Error(`row ${row.id} is ${row.kind}`)
  const { proposal } = row
  const { finalTally: tally } = proposal
  return {
    id: proposal.id.toString(),
    status: proposal.status,
    title: proposal.title,
    summary: proposal.summary,
    metadata: proposal.metadata,
    proposer: proposal.proposer,
    messages: proposal.messages.map(({ typeUrl, value }) => [typeUrl, hex(value)]),
    expedited: proposal.expedited,
    failedReason: proposal.failedReason,
    totalDeposit: proposal.totalDeposit.map(({ denom, amount }) => `${amount} ${denom}`),
    times: [
      proposal.submittedAt,
      proposal.depositEndsAt,
      proposal.votingStartsAt,
      proposal.votingEndsAt,
    ].map((time) => time?.toISOString() ?? null),
    finalTally: tally
      ? [tally.yes, tally.abstain, tally.no, tally.noWithVeto].map((count) => count.toString())
      : null,
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** As Go prints it; null for Go's zero time, which stands for none. */
function rfc3339Nano(
  time: { readonly seconds: bigint; readonly nanos: number } | undefined,
): string | null {
  if (time === undefined || time.seconds === -62_135_596_800n) return null
  const seconds = new Date(Number(time.seconds) * 1000).toISOString().slice(0, 19)
  const fraction = (time.nanos / 1e9).toFixed(9).slice(2).replace(/0+$/, '')
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction}Z`
}
