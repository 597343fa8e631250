import { describePlanState } from '../../domain/upgrades/ledger/describe-plan-state.ts'
import type { LedgerRow } from '../../domain/upgrades/ledger/ledger.ts'
import type { Chain } from '../../queries/chain.ts'
import { findUpgrade } from '../../queries/find-upgrade.ts'
import { readAepLinks } from '../../queries/read-aep-links.ts'
import { type Answer, EXIT } from './answer.ts'
import { UsageError } from './parse-arguments.ts'
import { heightJson, planJson, recordJson } from './upgrade-json.ts'
import { dayOf, notesOf, provenanceOf } from './upgrades.ts'

/** The chain has no plan of that name. */
export class NoSuchUpgradeError extends Error {
  override readonly name = 'NoSuchUpgradeError'
  readonly exitCode = EXIT.noSuchThing
}

/** A plan's name as the chain has it, with whatever stands in it. @throws {UsageError} */
export function parsePlanName(positionals: readonly string[]): string {
  const [name, ...rest] = positionals
  if (name === undefined || name === '') throw new UsageError('Which upgrade? Give its name.')
  if (rest.length > 0) {
    throw new UsageError(`One upgrade at a time: "${rest.join(' ')}" is too much.`)
  }
  return name
}

/**
 * `skylight upgrade <name>`
 * @throws {NoSuchUpgradeError} when no plan of the chain has that name
 */
export async function showUpgrade(chain: Chain, name: string): Promise<Answer> {
  const links = await readAepLinks(chain, dayOf(chain))
  const { report, linked } = links
  const found = findUpgrade(report, name)
  if (found === undefined) {
    throw new NoSuchUpgradeError(`The chain has had no upgrade plan named "${name}".`)
  }
  const { row, record, others } = found
  const data = {
    ...(record === undefined ? planJson(row, linked.table) : recordJson(record, linked.table)),
    reason: describePlanState(row.state),
    round: record?.round.kind === 'known' ? record.round.value : null,
    /** From the end of the vote to the height. */
    leadSeconds: record?.lead.kind === 'exact' ? record.lead.ms / 1000 : null,
    leadDays: record?.lead.kind === 'days' ? record.lead.days : null,
    isVoteAfterHeight: record?.lead.kind === 'inconsistent',
    info: row.plan.info,
    requests: [row, ...others].flatMap(requestJson),
  }
  return {
    provenance: provenanceOf(report),
    data,
    header: ['field', 'value'],
    wide: ['value'],
    rows: Object.entries(data).map(([field, value]) => [field, textOf(value)]),
    notes: notesOf(links),
  }
}

/** Every proposal that asked for the name. */
function requestJson({ proposal, plan, state }: LedgerRow) {
  if (proposal === undefined) return []
  return [
    {
      proposalId: Number(proposal.id),
      title: proposal.title,
      status: proposal.status,
      height: heightJson(plan.height),
      state: state.kind,
      votingEndsAt: proposal.votingEndsAt?.toISOString() ?? null,
      failedReason: proposal.failedReason,
    },
  ]
}

function textOf(value: unknown): string {
  if (value === null) return 'not known'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
