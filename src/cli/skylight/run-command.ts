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
import { type Command, type Context, expectNoPositionals, expectOptions } from './command.ts'
import { explainError } from './explain-error.ts'
import { createHaltReader, parseHaltName } from './halt.ts'
import { MARKET_COMMANDS } from './market-commands.ts'
import { listNodes } from './nodes.ts'
import { type Arguments, parseArguments, parseProposalId, UsageError } from './parse-arguments.ts'
import { parsePlanProposal, showPlan } from './plan.ts'
import { printAnswer } from './print.ts'
import { showProposal } from './proposal.ts'
import { listProposals } from './proposals.ts'
import { REGISTRY_COMMANDS } from './registry-commands.ts'
import {
  answerShape,
  NodeShape,
  NonVoterShape,
  ProposalRowShape,
  ProposalShape,
  TallyShape,
  VoteShape,
} from './shapes.ts'
import { parsePlanName, showUpgrade } from './upgrade.ts'
import { HaltShape, PlanShape, UpgradeRowShape, UpgradeShape } from './upgrade-shapes.ts'
import { listUpgrades } from './upgrades.ts'
import { listNonVotersOf, listVotesOf, showTally } from './votes.ts'

const USAGE = `Usage: npm run -s skylight -- <command> [options]

  proposals         every proposal, newest first
  proposal <id>     one proposal with its messages, tally and deposits
  tally <id>        how a vote stands; --exact recounts it from every delegation
  votes <id>        every vote of an open proposal; --exact tells what each weighs
  nonvoters <id>    validators that have not voted, by falling stake
  upgrades          every upgrade plan: when it was applied and what it cost, or why it never was
  upgrade <name>    one upgrade with its proposals, times and info
  halt [name]       the halt of an upgrade: who is back and who is missing; --watch until it is over
  plan [id]         the next upgrade, or the one a proposal asks for: when its height comes, and plan checks
  nodes             the endpoints: height, lag, index, version
  aeps              every AEP: what its document says and what the chain shows
  aep <n>           one AEP with its links, evidence, history and disagreements
  links             every tie between an AEP and an upgrade, a launch or a proposal
  findings          where documents and chain disagree
  sigs              the community groups and what they stand behind
  market            leases, run-rate, GPUs, providers, orders and bids of the marketplace, and ACT
  leases            every lease with price and payment, and what running ones hold
  lease <id>        one lease (owner/dseq/gseq/oseq/provider[/bseq]) with bids, escrow and spend
  gpus              GPUs in running leases by model, and what one costs an hour
  providers         every provider with its running leases, by falling number of them

  --rpc URL[,URL…]  the nodes to ask, in order of preference (default: the network's public endpoints)
  --network ID      ${NETWORKS.map(({ id }) => id).join(', ')} (default: ${NETWORKS[0]?.id})
  --height H        read the state of that height instead of the newest
  --watch           answer again every two seconds (halt)
  --exact           read the delegations of every voter (one query each)
  --check           fetch the plan's file too, and end with 4 when a plan check fails
  --running         read running leases only, not all that ever ended (market)
  --state S[,S…]    active, reclaiming, insufficient_funds, closed (leases; default: all)
  --owner ADDRESS   a tenant's (leases)
  --provider ADDRESS  a provider's (leases)
  --refresh         read the index of the AEP repository anew (aeps, aep, links, findings, sigs)
  --format F        table, json or csv (default: table)
  --now TIME        a clock that stands still, e.g. 2026-11-21T03:05:26Z or 2026-11-21

aeps, aep, links, findings and sigs ask no node unless --rpc or --network is given: without, they
tell what is on record of akashnet-2.

Exit codes: 0 answered, 1 the chain has no such thing, 2 usage, 3 no endpoint could answer,
4 a plan check failed (plan --check).
`

/** Public nodes are run by volunteers, and a halt lasts minutes. */
const WATCHED_EVERY_MS = 2_000

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
  upgrades: {
    shape: answerShape(z.array(UpgradeRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listUpgrades(chain)
    },
  },
  upgrade: {
    shape: answerShape(UpgradeShape),
    prepare: ({ positionals }) => {
      const name = parsePlanName(positionals)
      return ({ chain }) => showUpgrade(chain, name)
    },
  },
  halt: {
    shape: answerShape(HaltShape),
    prepare: ({ positionals }) => {
      const name = parseHaltName(positionals)
      let read: (() => Promise<Answer>) | undefined
      return ({ chain, urls }) => {
        const { nodes } = createConnection(urls.map((url) => ({ url })))
        read ??= createHaltReader(chain, nodes, name)
        return read()
      }
    },
    isWatchable: true,
  },
  plan: {
    shape: answerShape(PlanShape),
    prepare: (args) => {
      const id = parsePlanProposal(args)
      return ({ chain }) => showPlan(chain, id, args.isCheck)
    },
  },
  nodes: {
    shape: answerShape(z.array(NodeShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ urls, now }) => listNodes(createConnection(urls.map((url) => ({ url }))).nodes, now)
    },
  },
  ...REGISTRY_COMMANDS,
  ...MARKET_COMMANDS,
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
}

/** Runs one command and returns its exit code (`EXIT`). Never rejects. */
export async function runCommand(argv: readonly string[], output: CommandOutput): Promise<number> {
  try {
    const args = parseArguments(argv)
    if (args === 'help') {
      await output.write(USAGE)
      return EXIT.answered
    }
    const command = Object.hasOwn(COMMANDS, args.command) ? COMMANDS[args.command] : undefined
    if (command === undefined) throw new UsageError(`There is no command "${args.command}".`)
    if (args.isWatched && command.isWatchable !== true) {
      throw new UsageError(`${args.command} cannot be watched.`)
    }
    expectOptions(command, args)
    if (args.isRefreshed && command.prepareAlone === undefined) {
      throw new UsageError(`${args.command} reads nothing that --refresh would read anew.`)
    }
    const ask = await prepare(command, args)
    for (;;) {
      const answer = await ask()
      z.parse(command.shape, { provenance: answer.provenance, data: answer.data })
      for (const piece of printAnswer(answer, args.format, output.isTerminal)) {
        await output.write(piece)
      }
      // A node's own words may be in it.
      for (const note of answer.notes ?? []) output.note(`${sanitizeChainText(note)}\n`)
      if (!args.isWatched || answer.isLast === true) return answer.exitCode ?? EXIT.answered
      await new Promise((resolve) => setTimeout(resolve, WATCHED_EVERY_MS))
    }
  } catch (error) {
    const { text, exitCode } = explainError(error, USAGE)
    output.note(text)
    return exitCode
  }
}
