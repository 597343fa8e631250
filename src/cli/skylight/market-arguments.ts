import type { LeaseName } from '../../queries/market/read-lease.ts'
import type { LeaseFilter, NamedLeaseState } from '../../queries/market/read-leases.ts'
import { type Arguments, UsageError } from './parse-arguments.ts'

const STATES: readonly NamedLeaseState[] = ['active', 'reclaiming', 'insufficient_funds', 'closed']

/** A uint64 of the chain's. */
const HIGHEST_DSEQ = 2n ** 64n - 1n

/** Which leases `leases` is to list: all, or those of --state, --owner and --provider. @throws {UsageError} */
export function parseLeaseFilter({ state, owner = '', provider = '' }: Arguments): LeaseFilter {
  for (const [option, text] of [
    ['owner', owner],
    ['provider', provider],
  ]) {
    if (text !== '' && !/^[a-z]+1[0-9a-z]{6,90}$/.test(text ?? '')) {
      throw new UsageError(`--${option} takes an account's address, not "${text}".`)
    }
  }
  const names = state === undefined ? STATES : state.split(',')
  const states = STATES.filter((name) => names.includes(name))
  const unknown = names.find((name) => !STATES.some((known) => known === name))
  if (unknown !== undefined) {
    throw new UsageError(`--state takes ${STATES.join(', ')}, not "${unknown}".`)
  }
  return { states, owner, provider }
}

/** `owner/dseq/gseq/oseq/provider[/bseq]` @throws {UsageError} */
export function parseLeaseName(positionals: readonly string[]): LeaseName {
  const [text, ...rest] = positionals
  if (text === undefined) {
    throw new UsageError('Which lease? Give owner/dseq/gseq/oseq/provider, with /bseq if known.')
  }
  const found =
    /^([a-z]+1[0-9a-z]{6,90})\/(\d{1,20})\/(\d{1,9})\/(\d{1,9})\/([a-z]+1[0-9a-z]{6,90})(?:\/(\d{1,9}))?$/.exec(
      text,
    )
  if (found === null || rest.length > 0 || BigInt(found[2] ?? '') > HIGHEST_DSEQ) {
    throw new UsageError(
      `"${positionals.join(' ')}" is no lease: it takes owner/dseq/gseq/oseq/provider[/bseq].`,
    )
  }
  const [, owner = '', dseq = '', gseq, oseq, provider = '', bseq] = found
  return {
    owner,
    dseq: BigInt(dseq),
    gseq: Number(gseq),
    oseq: Number(oseq),
    provider,
    bseq: bseq === undefined ? undefined : Number(bseq),
  }
}
