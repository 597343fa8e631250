import * as z from 'zod/mini'
import { createEmptyArchive } from '../archive/proposal-archive.ts'
import { createEmptyVoteArchive } from '../archive/vote-archive.ts'
import { findNetwork, NETWORKS } from '../data/networks.ts'
import type { Chain } from '../queries/chain.ts'
import { NOT_FOLLOWING } from '../queries/following.ts'
import { createConnection } from '../rpc/connection.ts'
import { findReplayClock } from './probe-endpoint.ts'
import { type Answer, EXIT } from './skylight/answer.ts'
import { explainError } from './skylight/explain-error.ts'
import { listNodes } from './skylight/nodes.ts'
import {
  type Arguments,
  parseArguments,
  parseProposalId,
  UsageError,
} from './skylight/parse-arguments.ts'
import { printAnswer } from './skylight/print.ts'
import { showProposal } from './skylight/proposal.ts'
import { listProposals } from './skylight/proposals.ts'
import {
  answerShape,
  NodeShape,
  NonVoterShape,
  ProposalRowShape,
  ProposalShape,
  TallyShape,
  VoteShape,
} from './skylight/shapes.ts'
import { listNonVotersOf, listVotesOf, showTally } from './skylight/votes.ts'

const USAGE = `Usage: npm run -s skylight -- <command> [options]

  proposals         every proposal, newest first
  proposal <id>     one proposal with its messages, tally and deposits
  tally <id>        how a vote stands; --exact recounts it from every delegation
  votes <id>        every vote of an open proposal; --exact tells what each weighs
  nonvoters <id>    validators that have not voted, by falling stake
  nodes             the endpoints: height, lag, index, version

  --rpc URL[,URL…]  the nodes to ask, in order of preference (default: the network's public endpoints)
  --network ID      ${NETWORKS.map(({ id }) => id).join(', ')} (default: ${NETWORKS[0]?.id})
  --height H        read the state of that height instead of the newest
  --exact           read the delegations of every voter (one query each)
  --format F        table, json or csv (default: table)
  --now TIME        a clock that stands still, e.g. 2026-11-21T03:05:26Z

Exit codes: 0 answered, 1 the chain has no such thing, 2 usage, 3 no endpoint could answer.
`

interface Command {
  readonly shape: z.ZodMiniType
  /**
   * Reads the arguments and returns what is then asked of the chain.
   * @throws {UsageError} before any endpoint has been called
   */
  readonly prepare: (args: Arguments) => (context: Context) => Promise<Answer>
}

interface Context {
  readonly urls: readonly string[]
  readonly chain: Chain
  readonly now: () => Date
}

const COMMANDS: Readonly<Record<string, Command>> = {
  proposals: {
    shape: answerShape(z.array(ProposalRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listProposals(chain)
    },
  },
  proposal: {
    shape: answerShape(ProposalShape),
    prepare: ({ positionals }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => showProposal(chain, id)
    },
  },
  tally: {
    shape: answerShape(TallyShape),
    prepare: ({ positionals, isExact }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => showTally(chain, id, isExact)
    },
  },
  votes: {
    shape: answerShape(z.array(VoteShape)),
    prepare: ({ positionals, isExact }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => listVotesOf(chain, id, isExact)
    },
  },
  nonvoters: {
    shape: answerShape(z.array(NonVoterShape)),
    prepare: ({ positionals }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => listNonVotersOf(chain, id)
    },
  },
  nodes: {
    shape: answerShape(z.array(NodeShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ urls, now }) => listNodes(createConnection(urls.map((url) => ({ url }))).nodes, now)
    },
  },
}

function expectNoPositionals({ command, positionals }: Arguments): void {
  if (positionals.length > 0) {
    throw new UsageError(`${command} takes no "${positionals.join(' ')}".`)
  }
}

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
      following: NOT_FOLLOWING,
      openVoteArchive: () => Promise.resolve(createEmptyVoteArchive()),
      now,
      onFacts: () => undefined,
      whenIdle: () => Promise.resolve(),
    },
  }
}

/** Runs one command. Answers go to stdout, everything else to stderr. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    const args = parseArguments(argv)
    if (args === 'help') {
      process.stdout.write(USAGE)
      return EXIT.answered
    }
    const command = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined
    if (command === undefined) throw new UsageError(`There is no command "${args.command}".`)
    const ask = command.prepare(args)
    const answer = await ask(await createContext(args))
    z.parse(command.shape, { provenance: answer.provenance, data: answer.data })
    await write(printAnswer(answer, args.format, process.stdout.isTTY === true))
    for (const note of answer.notes ?? []) process.stderr.write(`${note}\n`)
    return answer.exitCode ?? EXIT.answered
  } catch (error) {
    const { text, exitCode } = explainError(error, USAGE)
    process.stderr.write(text)
    return exitCode
  }
}

/**
 * A pipe takes what fits; exiting before the rest is written would cut the answer short. A reader that has seen enough
 * (`| head`) closes the pipe, which is no failure.
 */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') resolve()
      else reject(error)
    })
    process.stdout.write(text, (error) => {
      if (!error) resolve()
    })
  })
}

process.exitCode = await run(process.argv.slice(2))
