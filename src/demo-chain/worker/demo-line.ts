import { DemoNetworkError } from './demo-network-error.ts'
import type { MessageEnd, PageMessage, WorkerMessage } from './messages.ts'

type Sent<Kind extends PageMessage['kind']> = Extract<PageMessage, { readonly kind: Kind }>
type Told<Kind extends WorkerMessage['kind']> = Extract<WorkerMessage, { readonly kind: Kind }>

export type WireReplyMessage = Told<'reply'>
export type SocketMessage = Told<'socket-handshake' | 'socket-frame' | 'socket-closed'>

/** The page's end of the line to the demo chain: numbers what it asks, and finds out whose answer came. */
export interface DemoLine {
  /**
   * Rejects with the signal's reason when aborted.
   * @throws {DemoNetworkError} when the worker is lost
   */
  request(
    message: Omit<Sent<'request'>, 'kind' | 'id'>,
    signal: AbortSignal,
  ): Promise<WireReplyMessage>
  /** @throws {DemoNetworkError} for an endpoint or a fault there is not, and when the worker is lost */
  setFaults(endpoint: string, faults: readonly string[]): Promise<void>
  /** undefined: the clock stays as it is. @throws {DemoNetworkError} when the worker is lost */
  jump(): Promise<number | undefined>
  /** `listener` hears of the socket until it is closed; of a lost worker as of a dropped connection. */
  openSocket(endpoint: string, listener: (message: SocketMessage) => void): DemoLineSocket
  readonly whenBooted: Promise<{ readonly bootMs: number }>
  /** The worker is lost. Everything asked for, now or later, fails with this. */
  fail(error: DemoNetworkError): void
}

export interface DemoLineSocket {
  send(text: string): void
  close(): void
}

interface Waiting<Message> {
  resolve(message: Message): void
  reject(cause: unknown): void
}

export function createDemoLine(
  worker: MessageEnd<PageMessage, WorkerMessage>,
  boot: Omit<Sent<'boot'>, 'kind'>,
): DemoLine {
  const replies = new Map<number, Waiting<WireReplyMessage>>()
  const changes = new Map<number, Waiting<undefined>>()
  const jumps = new Map<number, Waiting<number | undefined>>()
  const sockets = new Map<number, (message: SocketMessage) => void>()
  let nextId = 1
  let failure: DemoNetworkError | undefined
  let settleBoot: Waiting<{ bootMs: number }> | undefined
  const whenBooted = new Promise<{ bootMs: number }>((resolve, reject) => {
    settleBoot = { resolve, reject }
  })
  // Those who wait for an answer learn of a failure there.
  whenBooted.catch(() => undefined)

  function fail(error: DemoNetworkError): void {
    if (failure !== undefined) return
    failure = error
    settleBoot?.reject(error)
    for (const waiting of [...replies.values(), ...changes.values(), ...jumps.values()]) {
      waiting.reject(error)
    }
    for (const [id, listener] of sockets) listener({ kind: 'socket-closed', id, isDropped: true })
    replies.clear()
    changes.clear()
    jumps.clear()
    sockets.clear()
  }

  worker.listen((message) => {
    switch (message.kind) {
      case 'booted':
        settleBoot?.resolve({ bootMs: message.bootMs })
        return
      case 'failed':
        fail(new DemoNetworkError('The demo chain could not be built.', { cause: message.reason }))
        return
      case 'reply':
        replies.get(message.id)?.resolve(message)
        replies.delete(message.id)
        return
      case 'faults-set': {
        const { id, refusal } = message
        const waiting = changes.get(id)
        changes.delete(id)
        if (refusal === undefined) waiting?.resolve(undefined)
        else waiting?.reject(new DemoNetworkError(`The faults were not changed: ${refusal}.`))
        return
      }
      case 'jumped':
        jumps.get(message.id)?.resolve(message.aheadMs)
        jumps.delete(message.id)
        return
      default:
        sockets.get(message.id)?.(message)
        if (message.kind === 'socket-closed') sockets.delete(message.id)
    }
  })
  worker.send({ kind: 'boot', ...boot })

  return {
    whenBooted,
    fail,
    request(message, signal) {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        const id = nextId++
        const abort = (): void => {
          if (!replies.delete(id)) return
          worker.send({ kind: 'abort', id })
          reject(signal.reason)
        }
        signal.addEventListener('abort', abort, { once: true })
        replies.set(id, {
          resolve(reply) {
            signal.removeEventListener('abort', abort)
            resolve(reply)
          },
          reject,
        })
        worker.send({ kind: 'request', id, ...message })
      })
    },
    setFaults(endpoint, faults) {
      return new Promise<undefined>((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        const id = nextId++
        changes.set(id, { resolve, reject })
        worker.send({ kind: 'set-faults', id, endpoint, faults })
      })
    },
    jump() {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        const id = nextId++
        jumps.set(id, { resolve, reject })
        worker.send({ kind: 'jump', id })
      })
    },
    openSocket(endpoint, listener) {
      const id = nextId++
      if (failure === undefined) {
        sockets.set(id, listener)
        worker.send({ kind: 'socket-open', id, endpoint })
      } else queueMicrotask(() => listener({ kind: 'socket-closed', id, isDropped: true }))
      return {
        send: (text) => worker.send({ kind: 'socket-frame', id, text }),
        close() {
          if (sockets.delete(id)) worker.send({ kind: 'socket-close', id })
        },
      }
    },
  }
}
