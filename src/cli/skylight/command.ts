import type * as z from 'zod/mini'
import type { Chain } from '../../queries/chain.ts'
import type { Answer } from './answer.ts'
import type { OwnOption } from './options.ts'
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
  /** Which of the options that belong to some commands it reads; with `watch`, what it prepared can be asked again and again. */
  readonly options: readonly OwnOption[]
}

/** Commands by their names, in the order of the help. */
export type Commands = Readonly<Record<string, Command>>

export interface Context {
  readonly urls: readonly string[]
  readonly chain: Chain
  readonly now: () => Date
}

/** @throws {UsageError} where there is no such command, or one is given an option that it would ignore */
export function findCommand({ command: name, given }: Arguments, commands: Commands): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw new UsageError(`There is no command "${name}".`)
  const ignored = given.find((option) => !command.options.includes(option))
  if (ignored !== undefined) {
    throw new UsageError(`${name} takes no --${ignored}; ${describeTakers(ignored, commands)}.`)
  }
  return command
}

/** `tally and votes do`, `every command but halt does`. */
function describeTakers(option: OwnOption, commands: Commands): string {
  const { takers, others } = splitByOption(option, commands)
  if (others.length < takers.length) return `every command but ${join(others)} does`
  return `${join(takers)} ${takers.length === 1 ? 'does' : 'do'}`
}

/** The names of the commands that read an option, and of those that do not. */
export function splitByOption(
  option: OwnOption,
  commands: Commands,
): { readonly takers: readonly string[]; readonly others: readonly string[] } {
  const reads = (name: string) => commands[name]?.options.includes(option) === true
  const names = Object.keys(commands)
  return { takers: names.filter(reads), others: names.filter((name) => !reads(name)) }
}

function join(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** @throws {UsageError} */
export function expectNoPositionals({ command, positionals }: Arguments): void {
  if (positionals.length > 0) {
    throw new UsageError(`${command} takes no "${positionals.join(' ')}".`)
  }
}
