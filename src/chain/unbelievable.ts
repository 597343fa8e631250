import type { RequestOptions, Transport } from '../rpc/transport.ts'

/** An answer in good form that cannot be: another node may tell something that can. */
export class UnbelievableError extends Error {
  override readonly name: string = 'UnbelievableError'
  /** URL of the node; undefined where the reader of the answer did not know it. */
  readonly endpoint: string | undefined

  constructor(message: string, endpoint: string | undefined, options?: ErrorOptions) {
    super(message, options)
    this.endpoint = endpoint
  }
}

/**
 * Reads; and where what one endpoint told cannot be, reads once more from the others.
 * @throws what the first reading threw, where no other endpoint does better
 */
export async function readBelievable<T>(
  transport: Transport,
  options: RequestOptions,
  read: (options: RequestOptions) => Promise<T>,
): Promise<T> {
  let avoid = options.avoid ?? []
  let first: unknown
  for (;;) {
    try {
      return await read(avoid.length === 0 ? options : { ...options, avoid })
    } catch (error) {
      options.signal?.throwIfAborted()
      first ??= error
      const endpoint = error instanceof UnbelievableError ? error.endpoint : undefined
      const isLast = endpoint === undefined || avoid.includes(endpoint)
      if (isLast || avoid.length + 1 >= transport.endpoints.length) throw first
      avoid = [...avoid, endpoint]
    }
  }
}
