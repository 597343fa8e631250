import type { Json, RequestOptions, RpcRequest, Transport } from '../src/rpc/transport.ts'

const FAKE_ENDPOINT = 'http://node.test'

/** A call as a fake transport saw it. */
export interface SeenCall {
  readonly request: RpcRequest
  readonly options: RequestOptions | undefined
}

/** A transport without a network: `answer` gives the result of each call, or throws. */
export function createFakeTransport(
  answer: (request: RpcRequest) => Json | Promise<Json>,
): Transport & { readonly seen: readonly SeenCall[] } {
  const seen: SeenCall[] = []
  return {
    endpoints: [FAKE_ENDPOINT],
    seen,
    async request(request, options) {
      seen.push({ request, options })
      const result = await answer(request)
      return { result, endpoint: FAKE_ENDPOINT, receivedAtMs: 0, latencyMs: 1 }
    },
    execute: () => Promise.reject(new Error('not asked for here')),
    disconnect: () => undefined,
  }
}

/** What `abci_query` answers with these bytes. */
export function abciValue(value: Uint8Array, height = 100n): Json {
  const base64 = Buffer.from(value).toString('base64')
  return abciJson({ code: 0, codespace: '', log: '', value: base64, height: height.toString() })
}

/** What `abci_query` answers when the application refuses. */
export function abciRefusal(code: number, log: string, codespace = 'sdk'): Json {
  return abciJson({ code, codespace, log, value: null, height: '0' })
}

function abciJson(response: { readonly [key: string]: Json }): Json {
  return { response: { ...response } }
}

/** Path of an `abci_query`; empty for another method. */
export function pathOf({ params }: RpcRequest): string {
  return typeof params?.path === 'string' ? params.path : ''
}
