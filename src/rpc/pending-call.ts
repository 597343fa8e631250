import type { CallOutcome } from './attempt.ts'
import { EndpointError } from './errors.ts'
import type { CallVerdict } from './judge-response.ts'
import type { RequestOptions, RpcAnswer, RpcRequest } from './transport.ts'

/** A call on its way: queued, then sent (perhaps twice, when a batch was too large), then settled once. */
export interface PendingCall {
  readonly request: RpcRequest
  readonly isSettled: () => boolean
  /** What is told about the call afterwards; undefined before it is settled and when the asker gave it up. */
  readonly outcome: () => CallOutcome | undefined
  /** Starts the clock, the first time only. */
  readonly start: () => void
  readonly settle: (verdict: CallVerdict) => void
  /** Called once the call is settled by whatever means; replaces an earlier listener. */
  onSettled: () => void
}

export interface PendingCallContext {
  readonly endpoint: string
  readonly timeoutMs: number
  readonly now: () => number
}

/** Makes a call and the promise its asker holds. Rejects with the signal's reason at once when that is aborted. */
export function createPendingCall(
  request: RpcRequest,
  options: RequestOptions,
  context: PendingCallContext,
): { call: PendingCall; answer: Promise<RpcAnswer> } {
  const { endpoint, timeoutMs, now } = context
  const { signal } = options
  let resolve: (answer: RpcAnswer) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const answer = new Promise<RpcAnswer>((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  let isSettled = false
  let outcome: CallOutcome | undefined
  let startedAt = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  const close = () => {
    isSettled = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', abandon)
    call.onSettled()
  }
  const abandon = () => {
    if (isSettled) return
    reject(signal?.reason)
    close()
  }
  const call: PendingCall = {
    request,
    isSettled: () => isSettled,
    outcome: () => outcome,
    start() {
      if (timer !== undefined || isSettled) return
      startedAt = performance.now()
      timer = setTimeout(() => {
        const failure = { kind: 'timeout', timeoutMs } as const
        call.settle({ kind: 'failure', error: new EndpointError({ failure, endpoint }) })
      }, timeoutMs)
    },
    settle(verdict) {
      if (isSettled) return
      if (verdict.kind === 'result') {
        outcome = { kind: 'result', request, result: verdict.result }
        const latencyMs = performance.now() - startedAt
        resolve({ result: verdict.result, endpoint, receivedAtMs: now(), latencyMs })
      } else {
        outcome =
          verdict.kind === 'refusal'
            ? { kind: 'refusal', request, error: verdict.error }
            : { kind: 'failure', request, error: verdict.error }
        reject(verdict.error)
      }
      close()
    },
    onSettled: () => undefined,
  }
  if (signal?.aborted === true) abandon()
  else signal?.addEventListener('abort', abandon, { once: true })
  return { call, answer }
}
