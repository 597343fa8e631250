import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { type LeaseName, parseLeaseName } from '../../domain/market/lease-name.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import type { LeaseFilter, NamedLeaseState } from '../../queries/market/read-leases.ts'
import { type Arguments, UsageError } from './parse-arguments.ts'

const STATES: readonly NamedLeaseState[] = ['active', 'reclaiming', 'insufficient_funds', 'closed']

/** Which leases `leases` is to list: all, or those of --state, --owner and --provider. @throws {UsageError} */
export function parseLeaseFilter({ state, owner, provider }: Arguments): LeaseFilter {
  const names = state === undefined ? STATES : state.split(',')
  const states = STATES.filter((name) => names.includes(name))
  const unknown = names.find((name) => !STATES.some((known) => known === name))
  if (unknown !== undefined) {
    throw new UsageError(`--state takes ${STATES.join(', ')}, not "${unknown}".`)
  }
  return {
    states,
    owner: parseAccount('owner', owner),
    provider: parseAccount('provider', provider),
  }
}

/** Of an option that was not given: everybody's. One with a wrong checksum is nobody's, and would look like one without leases. */
function parseAccount(option: string, text: string | undefined): string {
  if (text === undefined) return ''
  const reading = parseAddress(text, ACCOUNT_PREFIX)
  if (reading?.kind === 'account') return reading.address
  const why = reading?.kind === 'malformed' ? ` ${reading.sentence}` : ''
  throw new UsageError(`--${option} takes an account's address, not "${text}".${why}`)
}

/** `owner/dseq/gseq/oseq/provider[/bseq]` @throws {UsageError} */
export function readLeaseName(positionals: readonly string[]): LeaseName {
  const [text, ...rest] = positionals
  if (text === undefined) {
    throw new UsageError('Which lease? Give owner/dseq/gseq/oseq/provider, with /bseq if known.')
  }
  const reading = parseLeaseName(text)
  if (reading.kind === 'lease' && rest.length === 0) return reading.name
  const why = reading.kind === 'malformed' && reading.why !== undefined ? ` ${reading.why}` : ''
  throw new UsageError(
    `"${positionals.join(' ')}" is no lease: it takes owner/dseq/gseq/oseq/provider[/bseq].${why}`,
  )
}
