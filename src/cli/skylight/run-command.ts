import * as z from 'zod/mini'
import { createEmptyArchive } from '../../archive/proposal-archive.ts'
import { createMemoryUpgradeTimesArchive } from '../../archive/upgrade-times.ts'
import { createEmptyVoteArchive } from '../../archive/vote-archive.ts'
import { findNetwork, NETWORKS } from '../../data/networks.ts'
import { sanitizeChainText } from '../../domain/format-chain-text.ts'
import { NOT_FOLLOWING } from '../../queries/following.ts'
import { NO_NODES } from '../../queries/nodes.ts'
import { createConnection } from '../../rpc/connection.ts'
import { findReplayClock } from '../probe-endpoint.ts'
import { type Answer, EXIT } from './answer.ts'
import { type Command, type Context, findCommand } from './command.ts'
import { COMMANDS } from './commands.ts'
import { explainError } from './explain-error.ts'
import { type Arguments, parseArguments, UsageError } from './parse-arguments.ts'
import { printAnswer } from './print.ts'
import { describeUsage, SHORT_USAGE } from './usage.ts'

/** Public nodes are run by volunteers, and a halt lasts minutes. */
const WATCHED_EVERY_MS = 2_000

async function createContext(args: Arguments): Promise<Context> {
  const network = args.network === undefined ? undefined : findNetwork(args.network)
  if (args.network !== undefined && network === undefined) {
    const known = NETWORKS.map(({ id }) => id).join(', ')
    throw new UsageError(`--network: "${args.network}" is not known. Known: ${known}.`)
  }
  const chosen = network ?? (args.rpc.length > 0 ? undefined : NETWORKS[0])
  const urls = args.rpc.length > 0 ? args.rpc : (chosen?.endpoints.map(({ url }) => url) ?? [])
  // A recording stands still, so its time is the time.
  const fixed = args.now ?? (await findReplayClock(urls, globalThis.fetch))
  const now = fixed === undefined ? () => new Date() : () => fixed
  const archive = createEmptyArchive()
  return {
    urls,
    now,
    chain: {
      key: urls.join(' '),
      transport: createConnection(
        urls.map((url) => ({ url })),
        { chainId: () => chosen?.chainId },
      ).transport,
      explicitHeight: args.height,
      expectedChainId: chosen?.chainId,
      openArchive: () => archive,
      isOwnNode: false,
      nodes: NO_NODES,
      following: NOT_FOLLOWING,
      openVoteArchive: () => Promise.resolve(createEmptyVoteArchive()),
      openUpgradeTimes: async () => createMemoryUpgradeTimesArchive(),
      now,
      onFacts: () => undefined,
      whenIdle: () => Promise.resolve(),
    },
  }
}

/** @throws {UsageError} before any endpoint has been called */
async function prepare(command: Command, args: Arguments): Promise<() => Promise<Answer>> {
  if (command.prepareAlone !== undefined && args.rpc.length === 0 && args.network === undefined) {
    const ask = command.prepareAlone(args)
    const now = args.now ?? new Date()
    return () => ask(() => now)
  }
  const ask = command.prepare(args)
  const context = await createContext(args)
  return () => ask(context)
}

/** Where a command writes. */
export interface CommandOutput {
  /** The answer; resolves once it is on its way. */
  readonly write: (text: string) => Promise<void>
  /** Everything that is not the answer. */
  readonly note: (text: string) => void
  readonly isTerminal: boolean
  /** How many characters its lines have. */
  readonly width?: number
}

/** Runs one command and returns its exit code (`EXIT`). Never rejects. */
export async function runCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  try {
    const args = parseArguments(argv)
    if (args === 'help') {
      await output.write(describeUsage(COMMANDS))
      return EXIT.answered
    }
    const command = findCommand(args, COMMANDS)
    const ask = await prepare(command, args)
    for (;;) {
      const answer = await ask()
      z.parse(command.shape, { provenance: answer.provenance, data: answer.data })
      for (const piece of printAnswer(answer, args.format, output.isTerminal, output.width)) {
        await output.write(piece)
      }
      // A node's own words may be in it.
      for (const note of answer.notes ?? []) output.note(`${sanitizeChainText(note)}\n`)
      if (!args.isWatched || answer.isLast === true) return answer.exitCode ?? EXIT.answered
      await new Promise((resolve) => setTimeout(resolve, WATCHED_EVERY_MS))
    }
  } catch (error) {
    const { text, exitCode } = explainError(
      error,
      argv.length === 0 ? describeUsage(COMMANDS) : SHORT_USAGE,
    )
    output.note(text)
    return exitCode
  }
}
