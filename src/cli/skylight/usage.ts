import { NETWORKS } from '../../data/networks.ts'
import { type Commands, splitByOption } from './command.ts'
import { OWN_OPTIONS, type OwnOption } from './options.ts'

const SYNOPSIS = 'Usage: npm run -s skylight -- <command> [options]'

/** For whom made a mistake: what was wrong stands above it, and must not scroll away. */
export const SHORT_USAGE = `${SYNOPSIS}; --help lists both.\n`

const HEAD = `${SYNOPSIS}

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

Options of every command:
  --rpc URL[,URL…]  the nodes to ask, in order of preference (default: the network's public endpoints)
  --network ID      ${NETWORKS.map(({ id }) => id).join(', ')} (default: ${NETWORKS[0]?.id})
  --format F        table, json or csv (default: table); json and csv cut nothing short
  --now TIME        a clock that stands still, e.g. 2026-11-21T03:05:26Z or 2026-11-21

Options of some commands:
`

const OPTION_TEXTS: Readonly<Record<OwnOption, readonly [option: string, text: string]>> = {
  height: [
    '--height H',
    'read the state of that height, not the newest; nodes: whether each keeps its block',
  ],
  watch: ['--watch', 'answer again every two seconds'],
  exact: ['--exact', 'read the delegations of every voter, one query each'],
  check: ['--check', "fetch the plan's file too, and end with 4 when a plan check fails"],
  running: ['--running', 'read running leases only, not all that ever ended'],
  state: ['--state S[,S…]', 'active, reclaiming, insufficient_funds, closed; default: all'],
  owner: ['--owner ADDRESS', "a tenant's"],
  provider: ['--provider ADDRESS', "a provider's"],
  refresh: ['--refresh', 'read the index of the AEP repository anew'],
}

const TAIL = `
aeps, aep, links, findings and sigs ask no node unless --rpc or --network is given: without, they
tell what is on record of akashnet-2.

Exit codes: 0 answered, 1 the chain has no such thing, 2 usage, 3 no endpoint could answer,
4 a plan check failed (plan --check).
`

/** The help. Which commands read an option it has from the commands themselves. */
export function describeUsage(commands: Commands): string {
  const lines = OWN_OPTIONS.map((name) => {
    const [option, text] = OPTION_TEXTS[name]
    const { takers, others } = splitByOption(name, commands)
    const readers =
      others.length < takers.length ? `all but ${others.join(', ')}` : takers.join(', ')
    return `  ${option.padEnd(18)}${option.length < 18 ? '' : '  '}${text} (${readers})\n`
  })
  return `${HEAD}${lines.join('')}${TAIL}`
}
