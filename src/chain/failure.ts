import type { Failure, FailureKind } from '../domain/failure.ts'
import { AllEndpointsFailedError, EndpointError, RpcRefusalError } from '../rpc/errors.ts'
import type { EndpointFailureKind } from '../rpc/failure.ts'
import type { RpcRefusalKind } from '../rpc/refusal.ts'
import { AbciQueryError, type AbciRefusal, HeightMismatchError } from './abci.ts'
import { UndecodableError } from './gov.ts'
import { PageCountError } from './page-count.ts'
import { PageOrderError } from './page-order.ts'
import { WireShapeError } from './wire.ts'

/** What a screen or a command says of an error of the rooms below. Never throws; an unknown error is `unexpected`. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof AllEndpointsFailedError && error.attempts.length === 1) {
    return describeFailure(error.attempts[0])
  }
  if (error instanceof EndpointError) {
    const kind = error instanceof AllEndpointsFailedError ? worstOf(error) : error.failure.kind
    return {
      kind: ENDPOINT_KIND[kind],
      sentence: error.message,
      ...(error.endpoint === '' ? {} : { endpoint: error.endpoint }),
    }
  }
  if (error instanceof RpcRefusalError) {
    return {
      kind: REFUSAL_KIND[error.refusal.kind],
      sentence: error.message,
      endpoint: error.endpoint,
      detail: [error.rpcMessage, error.data].filter((part) => part !== '').join(': '),
    }
  }
  if (error instanceof AbciQueryError) {
    return {
      kind: ABCI_KIND[error.refusal],
      sentence: abciSentence(error),
      endpoint: error.endpoint,
      detail: error.log,
    }
  }
  if (error instanceof UndecodableError) {
    return {
      kind: 'undecodable',
      sentence: `${error.message} The node may run a newer version than this app knows; try another endpoint or a newer build.`,
      endpoint: error.endpoint,
    }
  }
  if (error instanceof PageOrderError) {
    return {
      kind: 'undecodable',
      sentence: `${error.endpoint} repeats what it listed or runs backwards, so the list cannot be read to its end; try another endpoint.`,
      endpoint: error.endpoint,
    }
  }
  if (error instanceof HeightMismatchError) {
    return {
      kind: 'not-a-node',
      sentence: `${error.endpoint} was asked of height ${error.asked} and answered of ${error.answered}: its figures would be of another moment than the rest; use another endpoint.`,
      endpoint: error.endpoint,
    }
  }
  if (error instanceof PageCountError) {
    return {
      kind: 'undecodable',
      sentence: `${error.endpoint} gives another number of items than it counts, so the list cannot be trusted to be whole; try another endpoint.`,
      endpoint: error.endpoint,
    }
  }
  if (error instanceof WireShapeError) {
    return {
      kind: 'not-a-node',
      sentence: `${error.message} Whatever answers there does not speak as a CometBFT node; check the address.`,
      ...(error.endpoint === undefined ? {} : { endpoint: error.endpoint }),
    }
  }
  return {
    kind: 'unexpected',
    sentence: 'Something in this app went wrong. Reload the page; if it stays, report it.',
    detail: error instanceof Error ? error.message : String(error),
  }
}

/** Of several endpoints the kind the reader can do most about; the sentence names how many failed. */
function worstOf(error: AllEndpointsFailedError): EndpointFailureKind {
  const kinds = error.attempts.map(({ failure }) => failure.kind)
  return (
    (['offline', 'wrong-chain', 'rate-limited', 'rate-limit-suspected'] as const).find((kind) =>
      kinds.includes(kind),
    ) ??
    kinds[0] ??
    'unreachable'
  )
}

function abciSentence({ refusal, path, height, endpoint }: AbciQueryError): string {
  switch (refusal) {
    case 'not-found':
      return `The chain has no such record at height ${height}.`
    case 'pruned':
      return `${endpoint} no longer keeps the state of height ${height}; choose a later height or an archive node.`
    case 'in-future':
      return `${endpoint} has not reached height ${height} yet; choose an earlier one, wait or use another endpoint.`
    case 'unknown-path':
    case 'unknown-store':
      return `${endpoint} does not know ${path}: its chain lacks the module, or runs another version of it; try another endpoint.`
    case 'invalid-argument':
      return `${endpoint} did not accept the question it was asked (${path}); try another endpoint.`
    case 'other':
      return `${endpoint} could not answer ${path}; try another endpoint.`
  }
}

const ABCI_KIND: Readonly<Record<AbciRefusal, FailureKind>> = {
  'not-found': 'not-found',
  pruned: 'pruned',
  'in-future': 'not-yet',
  'unknown-path': 'not-supported',
  'unknown-store': 'not-supported',
  'invalid-argument': 'undecodable',
  other: 'undecodable',
}

const REFUSAL_KIND: Readonly<Record<RpcRefusalKind, FailureKind>> = {
  'method-not-found': 'not-supported',
  'height-unavailable': 'pruned',
  'height-in-future': 'not-yet',
  'tx-index-disabled': 'no-index',
  'block-index-disabled': 'no-index',
  'tx-not-found': 'not-found',
  'results-not-found': 'not-found',
  'invalid-params': 'not-supported',
  'page-out-of-range': 'not-found',
  'not-recorded': 'not-recorded',
  other: 'undecodable',
}

const ENDPOINT_KIND: Readonly<Record<EndpointFailureKind, FailureKind>> = {
  timeout: 'timed-out',
  offline: 'offline',
  'mixed-content': 'mixed-content',
  unreachable: 'unreachable',
  unreadable: 'unreachable',
  'cors-or-blocked': 'refused',
  'rate-limit-suspected': 'rate-limited',
  'rate-limited': 'rate-limited',
  unauthorized: 'refused',
  forbidden: 'refused',
  'no-such-path': 'not-a-node',
  'server-error': 'unreachable',
  'http-status': 'not-a-node',
  redirect: 'not-a-node',
  html: 'not-a-node',
  empty: 'not-a-node',
  truncated: 'unreachable',
  junk: 'not-a-node',
  'not-json-rpc': 'not-a-node',
  'wrong-id': 'not-a-node',
  'missing-answer': 'unreachable',
  'too-large': 'refused',
  'wrong-chain': 'wrong-chain',
  'not-consented': 'not-consented',
  'no-endpoint': 'unreachable',
  'all-failed': 'unreachable',
}
