import type { DemoEndpoint } from '../faults/demo-endpoint.ts'
import { parseFault } from '../faults/parse-fault.ts'
import { WHOLE } from '../server/delivery.ts'
import { MAX_BODY_BYTES } from '../server/node-server.ts'
import type { SocketSession } from '../server/socket-session.ts'
import type { MessageEnd, PageMessage, WorkerMessage } from './messages.ts'

export interface DemoWorld {
  /** Builds the chain and its endpoints. */
  boot(options: { seed: number | undefined; now: () => Date }): readonly DemoEndpoint[]
  /** When the chain will stand shortly before its next upgrade; undefined when there is none to jump to. */
  findJump?(): Date | undefined
}

/** Of an endpoint nobody runs. */
const RESET = { status: 0, headers: {}, body: '', delivery: { kind: 'reset' } } as const

type Of<Kind extends PageMessage['kind']> = Extract<PageMessage, { readonly kind: Kind }>

/** The worker's side: holds the endpoints, answers what the page asks, and says so when they cannot be built. */
export function serveDemoNetwork(
  page: MessageEnd<WorkerMessage, PageMessage>,
  world: DemoWorld,
): void {
  const sessions = new Map<number, SocketSession>()
  const awaited = new Set<number>()
  let endpoints: readonly DemoEndpoint[] = []
  let aheadMs = 0
  let now = (): Date => new Date()

  function find(name: string): DemoEndpoint | undefined {
    return endpoints.find((endpoint) => endpoint.name === name)
  }

  function start({ seed, nowMs }: Of<'boot'>): void {
    const startedMs = performance.now()
    now = () => new Date((nowMs ?? Date.now()) + aheadMs)
    try {
      endpoints = world.boot({ seed, now })
      page.send({ kind: 'booted', bootMs: performance.now() - startedMs })
    } catch (cause) {
      page.send({ kind: 'failed', reason: String(cause) })
    }
  }

  async function reply(request: Of<'request'>): Promise<void> {
    const { id, endpoint, httpMethod, target, headers, body } = request
    awaited.add(id)
    const answered = await find(endpoint)?.server.handle({
      httpMethod,
      target,
      header: (name) => headers[name],
      body: body.length > MAX_BODY_BYTES ? undefined : body,
    })
    if (!awaited.delete(id)) return
    const { status, headers: told, body: text, delivery = WHOLE } = answered ?? RESET
    page.send({ kind: 'reply', id, status, headers: told, body: text, delivery })
  }

  function openSocket({ id, endpoint }: Of<'socket-open'>): void {
    const server = find(endpoint)?.server
    const handshake = server === undefined ? 'reset' : (server.handshake?.() ?? 'accepted')
    page.send({ kind: 'socket-handshake', id, handshake })
    if (server === undefined || handshake !== 'accepted') return
    const closed = (isDropped: boolean) => () => {
      if (!sessions.delete(id)) return
      page.send({ kind: 'socket-closed', id, isDropped })
    }
    const session = server.connect({
      send: (text) => page.send({ kind: 'socket-frame', id, text }),
      close: closed(false),
      drop: closed(true),
    })
    sessions.set(id, session)
  }

  function closeSocket({ id }: { readonly id: number }): void {
    sessions.get(id)?.end()
    if (sessions.delete(id)) page.send({ kind: 'socket-closed', id, isDropped: false })
  }

  function setFaults({ id, endpoint: name, faults: texts }: Of<'set-faults'>): void {
    const endpoint = find(name)
    const faults = texts.flatMap((text) => parseFault(text) ?? [])
    const unknown = texts.find((text) => parseFault(text) === undefined)
    const refusal =
      endpoint === undefined
        ? `there is no endpoint ${name}`
        : unknown === undefined
          ? undefined
          : `there is no fault ${unknown}`
    if (refusal === undefined) endpoint?.setFaults(faults)
    page.send({ kind: 'faults-set', id, refusal })
  }

  function jump({ id }: Of<'jump'>): void {
    const distanceMs = (world.findJump?.()?.getTime() ?? 0) - now().getTime()
    if (distanceMs > 0) aheadMs += distanceMs
    page.send({ kind: 'jumped', id, aheadMs: distanceMs > 0 ? aheadMs : undefined })
  }

  page.listen((message) => {
    switch (message.kind) {
      case 'boot':
        return start(message)
      case 'request':
        // A mistake of the chain costs this answer and no other.
        reply(message).catch(() => page.send({ kind: 'reply', id: message.id, ...RESET }))
        return
      case 'abort':
        awaited.delete(message.id)
        return
      case 'socket-open':
        return openSocket(message)
      case 'socket-frame':
        sessions
          .get(message.id)
          ?.receive(message.text)
          .catch(() => closeSocket(message))
        return
      case 'socket-close':
        closeSocket(message)
        return
      case 'set-faults':
        return setFaults(message)
      case 'jump':
        return jump(message)
    }
  })
}
