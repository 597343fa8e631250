import * as z from 'zod/mini'
import { createConnection } from '../../rpc/connection.ts'
import type { Answer } from './answer.ts'
import { type Commands, expectNoPositionals } from './command.ts'
import { createHaltReader, parseHaltName } from './halt.ts'
import { MARKET_COMMANDS } from './market-commands.ts'
import { listNodes } from './nodes.ts'
import { parseProposalId } from './parse-arguments.ts'
import { parsePlanProposal, showPlan } from './plan.ts'
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

/** Every command, in the order of the help. */
export const COMMANDS: Commands = {
  proposals: {
    shape: answerShape(z.array(ProposalRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listProposals(chain)
    },
    options: ['height'],
  },
  proposal: {
    shape: answerShape(ProposalShape),
    prepare: ({ positionals }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => showProposal(chain, id)
    },
    options: ['height'],
  },
  tally: {
    shape: answerShape(TallyShape),
    prepare: ({ positionals, isExact }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => showTally(chain, id, isExact)
    },
    options: ['height', 'exact'],
  },
  votes: {
    shape: answerShape(z.array(VoteShape)),
    prepare: ({ positionals, isExact }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => listVotesOf(chain, id, isExact)
    },
    options: ['height', 'exact'],
  },
  nonvoters: {
    shape: answerShape(z.array(NonVoterShape)),
    prepare: ({ positionals }) => {
      const id = parseProposalId(positionals)
      return ({ chain }) => listNonVotersOf(chain, id)
    },
    options: ['height'],
  },
  upgrades: {
    shape: answerShape(z.array(UpgradeRowShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ chain }) => listUpgrades(chain)
    },
    options: ['height'],
  },
  upgrade: {
    shape: answerShape(UpgradeShape),
    prepare: ({ positionals }) => {
      const name = parsePlanName(positionals)
      return ({ chain }) => showUpgrade(chain, name)
    },
    options: ['height'],
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
    options: ['watch'],
  },
  plan: {
    shape: answerShape(PlanShape),
    prepare: (args) => {
      const id = parsePlanProposal(args)
      return ({ chain }) => showPlan(chain, id, args.isCheck)
    },
    options: ['height', 'check'],
  },
  nodes: {
    shape: answerShape(z.array(NodeShape)),
    prepare: (args) => {
      expectNoPositionals(args)
      return ({ urls, now }) =>
        listNodes(createConnection(urls.map((url) => ({ url }))).nodes, now, args.height)
    },
    options: ['height'],
  },
  ...REGISTRY_COMMANDS,
  ...MARKET_COMMANDS,
}
