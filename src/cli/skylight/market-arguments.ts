import { ACCOUNT_PREFIX } from '../../domain/account-prefix.ts'
import { parseAddress } from '../../domain/search/parse-address.ts'
import type { LeaseName } from '../../queries/market/read-lease.ts'
import type { LeaseFilter, NamedLeaseState } from '../../queries/market/read-leases.ts'
import { type Arguments, UsageError } from './parse-arguments.ts'

const STATES: readonly NamedLeaseState[] = ['active', 'reclaiming', 'insufficient_funds', 'closed']

/** A uint64 of the chain's. */
const HIGHEST_DSEQ = 2n ** 64n - 1n

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
  const reading = readAccount(text)
  if (typeof reading === 'string') return reading
  throw new UsageError(`--${option} takes an account's address, not "${text}".${reading.why}`)
}

/** An address as the chain writes it, or what is wrong with it, as far as there is something to say. */
function readAccount(text: string): string | { readonly why: string } {
  const reading = parseAddress(text, ACCOUNT_PREFIX)
  if (reading?.kind === 'account') return reading.address
  return { why: reading?.kind === 'malformed' ? ` ${reading.sentence}` : '' }
}

/** `owner/dseq/gseq/oseq/provider[/bseq]` @throws {UsageError} */
export function parseLeaseName(positionals: readonly string[]): LeaseName {
  const [text, ...rest] = positionals
  if (text === undefined) {
    throw new UsageError('Which lease? Give owner/dseq/gseq/oseq/provider, with /bseq if known.')
  }
  const found = /^([^/]+)\/(\d{1,20})\/(\d{1,9})\/(\d{1,9})\/([^/]+)(?:\/(\d{1,9}))?$/.exec(text)
  const isNone = `"${positionals.join(' ')}" is no lease: it takes owner/dseq/gseq/oseq/provider[/bseq].`
  if (found === null || rest.length > 0 || BigInt(found[2] ?? '') > HIGHEST_DSEQ) {
    throw new UsageError(isNone)
  }
  const [, ownerText = '', dseq = '', gseq, oseq, providerText = '', bseq] = found
  const [owner, provider] = [readAccount(ownerText), readAccount(providerText)]
  if (typeof owner !== 'string') throw new UsageError(`${isNone}${owner.why}`)
  if (typeof provider !== 'string') throw new UsageError(`${isNone}${provider.why}`)
  return {
    owner,
    dseq: BigInt(dseq),
    gseq: Number(gseq),
    oseq: Number(oseq),
    provider,
    bseq: bseq === undefined ? undefined : Number(bseq),
  }
}
