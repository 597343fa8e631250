import type * as z from 'zod/mini'
import type { Chain } from '../../queries/chain.ts'
import type { Answer } from './answer.ts'
import { type Arguments, UsageError } from './parse-arguments.ts'

export interface Command {
  readonly shape: z.ZodMiniType
  /**
   * Reads the arguments and returns what is then asked of the chain.
   * @throws {UsageError} before any endpoint has been called
   */
  readonly prepare: (args: Arguments) => (context: Context) => Promise<Answer>
  /** The same without asking any node, where neither --rpc nor --network is given. */
  readonly prepareAlone?: (args: Arguments) => (now: () => Date) => Promise<Answer>
  /** What it prepared can be asked again and again (`--watch`). @default false */
  readonly isWatchable?: boolean
  /** Which of the options that belong to single commands it takes. @default none */
  readonly options?: readonly MarketOption[]
}

/** Options that only commands about the marketplace take. */
type MarketOption = 'running' | 'state' | 'owner' | 'provider'

export interface Context {
  readonly urls: readonly string[]
  readonly chain: Chain
  readonly now: () => Date
}

/** @throws {UsageError} where an option is given that the command would ignore */
export function expectOptions({ options = [] }: Command, args: Arguments): void {
  const given: Readonly<Record<MarketOption, boolean>> = {
    running: args.isRunningOnly,
    state: args.state !== undefined,
    owner: args.owner !== undefined,
    provider: args.provider !== undefined,
  }
  for (const option of ['running', 'state', 'owner', 'provider'] as const) {
    if (given[option] && !options.includes(option)) {
      throw new UsageError(`${args.command} takes no --${option}.`)
    }
  }
}

/** @throws {UsageError} */
export function expectNoPositionals({ command, positionals }: Arguments): void {
  if (positionals.length > 0) {
    throw new UsageError(`${command} takes no "${positionals.join(' ')}".`)
  }
}
