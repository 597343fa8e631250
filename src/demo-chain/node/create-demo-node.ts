import type { Application } from '../application/living-application.ts'
import { formatQueryAnswer } from '../application/query-answer.ts'
import type { ChainLedger } from '../chain/ledger.ts'
import type { NodeAnswer, NodeBackend, RpcCall } from '../server/backend.ts'
import {
  bytesArgument,
  errorAnswer,
  flagArgument,
  integerArgument,
  resultAnswer,
  textArgument,
} from '../server/backend.ts'
import { methodNotFound } from '../server/rpc-error.ts'
import { answerBlockMethod } from './block-methods.ts'
import { answerConsensusMethod } from './consensus-methods.ts'
import type { DemoNode } from './demo-node.ts'
import { createEventFeed } from './event-feed.ts'
import { answerMempoolMethod } from './mempool-methods.ts'
import { createNodeBlocks } from './node-blocks.ts'
import { nodeIdentity } from './node-identity.ts'
import { answerNodeMethod } from './node-methods.ts'
import type { DemoNodeOptions } from './node-options.ts'
import { readNodeView } from './node-view.ts'
import { answerSearchMethod } from './search-methods.ts'

/**
 * A CometBFT 0.38 node of a living chain: every method of `server/method-table.ts`, and subscriptions. Reads the ledger
 * at every call; only subscriptions keep a timer.
 */
export function createDemoNode(
  ledger: ChainLedger,
  options: DemoNodeOptions,
  application: Application,
): NodeBackend {
  const chainId = options.chainId ?? ledger.chainId
  const node: DemoNode = {
    ledger,
    options,
    chainId,
    blocks: createNodeBlocks(ledger, chainId, options.clockSkewMs ?? 0),
    view: () => readNodeView(ledger, options),
    appVersion: () => options.appVersion ?? ledger.stateAt(stateInLedger(node)).appVersion,
  }
  const feed = createEventFeed(node)

  function answer(call: RpcCall): NodeAnswer | Promise<NodeAnswer> {
    if (call.method === 'abci_query') return answerQuery(node, application, call)
    return (
      answerNodeMethod(node, call) ??
      answerBlockMethod(node, call) ??
      answerSearchMethod(node, call) ??
      answerConsensusMethod(node, call) ??
      answerMempoolMethod(call) ??
      errorAnswer(methodNotFound())
    )
  }

  return { answer, subscribe: (query, subscriber) => feed.subscribe(query, subscriber) }
}

/** The newest state of the node that the ledger has too: one that is ahead tells of blocks nobody else has. */
function stateInLedger({ ledger, view }: DemoNode): bigint {
  const tip = ledger.tip()
  const { latestState, initialHeight } = view()
  const state = latestState < tip ? latestState : tip
  return state > initialHeight ? state : initialHeight
}

function answerQuery(
  node: DemoNode,
  application: Application,
  call: RpcCall,
): NodeAnswer | Promise<NodeAnswer> {
  const prepared = application.prepare?.(textArgument(call.args, 'path'))
  const answer = () => answerPrepared(node, application, call)
  return prepared === undefined ? answer() : prepared.then(answer)
}

function answerPrepared(node: DemoNode, application: Application, { args }: RpcCall): NodeAnswer {
  const query = {
    path: textArgument(args, 'path'),
    data: bytesArgument(args, 'data'),
    prove: flagArgument(args, 'prove'),
    askedHeight: integerArgument(args, 'height') ?? 0n,
  }
  const { moniker, hasIndex = true } = node.options
  const identity = {
    ...nodeIdentity(moniker),
    moniker,
    chainId: node.chainId,
    hasTxIndex: hasIndex,
    appVersion: node.appVersion(),
  }
  return resultAnswer(formatQueryAnswer(application.answer(query, node.view(), identity)))
}
