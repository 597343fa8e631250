import { parseArgs } from 'node:util'
import { parseChainTime } from '../../domain/chain-time.ts'
import { parseEndpointUrl } from '../../rpc/parse-endpoint-url.ts'
import { OWN_OPTIONS, type OwnOption } from './options.ts'

export type Format = 'table' | 'json' | 'csv'

export interface Arguments {
  readonly command: string
  readonly positionals: readonly string[]
  /** Which of the options that belong to some commands stand there, whatever their values. */
  readonly given: readonly OwnOption[]
  /** URLs of the endpoints, in order of preference; empty: the network's own. */
  readonly rpc: readonly string[]
  readonly network: string | undefined
  readonly height: bigint | undefined
  readonly format: Format
  /** A clock that stands still. */
  readonly now: Date | undefined
  /** Recount from every voter's delegations. */
  readonly isExact: boolean
  /** Answer again every few seconds. */
  readonly isWatched: boolean
  /** End with a code of its own where a check of a plan fails. */
  readonly isCheck: boolean
  /** Read the public index of AEPs anew. */
  readonly isRefreshed: boolean
  /** Leave out leases that have ended. */
  readonly isRunningOnly: boolean
  /** Which leases: states by commas, a tenant, a provider. */
  readonly state: string | undefined
  readonly owner: string | undefined
  readonly provider: string | undefined
}

/** The command line cannot be understood; the message says which part. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws {UsageError} */
export function parseArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parse(args)
  if (values.help === true) return 'help'
  const [command, ...rest] = positionals
  if (command === undefined) throw new UsageError('No command given.')
  return {
    command,
    positionals: rest,
    given: OWN_OPTIONS.filter((option) => values[option] !== undefined),
    rpc: (values.rpc ?? []).flatMap((list) => list.split(',')).map(parseRpc),
    network: values.network,
    height: values.height === undefined ? undefined : parseHeight(values.height),
    format: parseFormat(values.format ?? 'table'),
    now: values.now === undefined ? undefined : parseNow(values.now),
    isExact: values.exact === true,
    isWatched: values.watch === true,
    isCheck: values.check === true,
    isRefreshed: values.refresh === true,
    isRunningOnly: values.running === true,
    state: values.state,
    owner: values.owner,
    provider: values.provider,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        rpc: { type: 'string', multiple: true },
        network: { type: 'string' },
        height: { type: 'string' },
        format: { type: 'string' },
        now: { type: 'string' },
        exact: { type: 'boolean' },
        watch: { type: 'boolean' },
        check: { type: 'boolean' },
        refresh: { type: 'boolean' },
        running: { type: 'boolean' },
        state: { type: 'string' },
        owner: { type: 'string' },
        provider: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'The options are malformed.'
    // What follows is advice for file names that begin with a dash, of which there are none here.
    const [unknown] = /^Unknown option '[^']*'/.exec(message) ?? []
    throw new UsageError(unknown === undefined ? message : `${unknown}.`, { cause })
  }
}

function parseRpc(text: string): string {
  const parsed = parseEndpointUrl(text)
  if (parsed.kind === 'endpoint') return parsed.url
  throw new UsageError(`--rpc: ${parsed.sentence}`)
}

function parseHeight(text: string): bigint {
  const height = /^\d{1,19}$/.test(text) ? BigInt(text) : 0n
  if (height < 1n) throw new UsageError(`--height takes a block height, not "${text}".`)
  return height
}

function parseFormat(text: string): Format {
  if (text === 'table' || text === 'json' || text === 'csv') return text
  throw new UsageError(`--format takes table, json or csv, not "${text}".`)
}

function parseNow(text: string): Date {
  const now = parseChainTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)
  if (now === undefined) {
    throw new UsageError(
      `--now takes a time such as 2026-11-21T03:05:26Z, or a day, not "${text}".`,
    )
  }
  return now
}

/** An id as x/gov numbers proposals. @throws {UsageError} */
export function parseProposalId(positionals: readonly string[]): bigint {
  const [text, ...rest] = positionals
  if (text === undefined) throw new UsageError('Which proposal? Give its number.')
  if (rest.length > 0)
    throw new UsageError(`One proposal at a time: "${rest.join(' ')}" is too much.`)
  const id = /^#?(\d{1,19})$/.exec(text)?.[1]
  if (id === undefined || BigInt(id) < 1n) {
    throw new UsageError(`"${text}" is no proposal number.`)
  }
  return BigInt(id)
}
