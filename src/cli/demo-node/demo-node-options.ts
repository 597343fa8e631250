import { parseArgs } from 'node:util'
import type { DemoEndpointSpec } from '../../demo-chain/faults/create-demo-endpoints.ts'
import { DEMO_ROLES } from '../../demo-chain/faults/demo-roles.ts'
import type { Fault } from '../../demo-chain/faults/fault.ts'
import { parseFault } from '../../demo-chain/faults/parse-fault.ts'
import type { MarketOptions } from '../../demo-chain/market/market-world.ts'
import { parseChainTime } from '../../domain/chain-time.ts'
import { UsageError } from './usage-error.ts'

/** A command line of `npm run demo-node`, read. */
export type DemoNodeCommand =
  | { readonly kind: 'list-faults' }
  | {
      readonly kind: 'serve'
      readonly specs: readonly DemoEndpointSpec[]
      /** Of the first endpoint; the next ones follow. 0: any free ones. */
      readonly port: number
      readonly host: string
      /** undefined: the usual world. */
      readonly seed: number | undefined
      /** The time at which the chain stands still; undefined: it moves. */
      readonly standsAt: Date | undefined
      readonly market: MarketOptions
    }

export const DEMO_NODE_USAGE =
  'usage: npm run demo-node -- [--port N] [--seed S] [--endpoints 3] [--fault [ENDPOINT:]NAME[:ARGUMENT]]… [--leases N] [--missing-payments N] [--now TIME] [--host 127.0.0.1] [--list-faults]'

const DEFAULT_PORT = 26657
const MOST_ENDPOINTS = 16
const MOST_SEED = 2 ** 32 - 1
const MOST_LEASES = 1_000_000
/** Of a lease that cannot be told a reader leaves out so many and no more. */
const MOST_MISSING = 25

/** @throws {UsageError} */
export function parseDemoNodeCommand(args: readonly string[]): DemoNodeCommand {
  const values = parse([...args])
  if (values['list-faults'] === true) return { kind: 'list-faults' }
  const count = wholeNumber('--endpoints', values.endpoints, DEMO_ROLES.length, 1, MOST_ENDPOINTS)
  const port = wholeNumber('--port', values.port, DEFAULT_PORT, 0, 65_535)
  if (port > 0 && port + count - 1 > 65_535) {
    throw new UsageError(`there are no ${count} ports from ${port} on`)
  }
  const { seed } = values
  return {
    kind: 'serve',
    specs: withFaults(nameEndpoints(count), values.fault ?? []),
    port,
    host: values.host ?? '127.0.0.1',
    seed: seed === undefined ? undefined : wholeNumber('--seed', seed, 0, 0, MOST_SEED),
    standsAt: parseTime(values.now),
    market: {
      leases:
        values.leases === undefined
          ? undefined
          : wholeNumber('--leases', values.leases, 0, 0, MOST_LEASES),
      missingPayments: wholeNumber(
        '--missing-payments',
        values['missing-payments'],
        0,
        0,
        MOST_MISSING,
      ),
    },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        endpoints: { type: 'string' },
        fault: { type: 'string', multiple: true },
        now: { type: 'string' },
        leases: { type: 'string' },
        'missing-payments': { type: 'string' },
        host: { type: 'string' },
        'list-faults': { type: 'boolean' },
      },
    }).values
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/\.\s/)[0] ?? '') : String(cause)
    throw new UsageError(reason, { cause })
  }
}

function wholeNumber(
  option: string,
  text: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return usual
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`${option} takes a number from ${least} to ${most}, not ${text}`)
}

function parseTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const time = parseChainTime(text)
  if (time !== undefined) return time
  throw new UsageError(`--now takes a time as 2026-11-21T03:05:26Z, not ${text}`)
}

/** The roles first, then nodes that keep everything. */
function nameEndpoints(count: number): readonly DemoEndpointSpec[] {
  return Array.from({ length: count }, (_, at) => DEMO_ROLES[at] ?? { name: `node-${at + 1}` })
}

/** A fault without an endpoint is everybody's. */
function withFaults(
  specs: readonly DemoEndpointSpec[],
  texts: readonly string[],
): readonly DemoEndpointSpec[] {
  const faults = texts.map((text) => readFault(text, specs))
  return specs.map((spec) => ({
    ...spec,
    faults: faults.flatMap(({ endpoint, fault }) =>
      endpoint === undefined || endpoint === spec.name ? [fault] : [],
    ),
  }))
}

interface AssignedFault {
  readonly endpoint: string | undefined
  readonly fault: Fault
}

/** `pruned:100` is a fault and `pruned:lag:5` one of the endpoint `pruned`: what is a fault as a whole names no endpoint. */
function readFault(text: string, specs: readonly DemoEndpointSpec[]): AssignedFault {
  const whole = parseFault(text)
  if (whole !== undefined) return { endpoint: undefined, fault: whole }
  const [endpoint = '', ...rest] = text.split(':')
  const isEndpoint = specs.some(({ name }) => name === endpoint)
  const fault = isEndpoint ? parseFault(rest.join(':')) : undefined
  if (fault !== undefined) return { endpoint, fault }
  const names = specs.map(({ name }) => name).join(', ')
  throw new UsageError(
    `there is no fault ${text}; --list-faults names them, and the endpoints are ${names}`,
  )
}
