import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { NodeServer } from '../server/node-server.ts'

export interface AcceptedSockets {
  /** Ends every one of them, those in the middle of the handshake included. */
  close(): void
}

/** Takes WebSockets at `/websocket` for a node. `onFrame` hears of every frame received. */
export function acceptSockets(
  node: NodeServer,
  server: Server,
  onFrame: () => void,
): AcceptedSockets {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const hanging = new Set<Duplex>()

  function accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    sockets.handleUpgrade(request, socket, head, (peer) => {
      const session = node.connect({
        send: (text) => peer.send(text),
        close: () => peer.close(),
        drop: () => peer.terminate(),
      })
      peer.on('message', (data) => {
        onFrame()
        session.receive(String(data)).catch(() => peer.terminate())
      })
      peer.on('close', () => session.end())
      peer.on('error', () => session.end())
    })
  }

  server.on('upgrade', (request, socket, head) => {
    if ((request.url ?? '').split('?')[0] !== '/websocket') {
      refuse(socket, '404 Not Found')
      return
    }
    switch (node.handshake?.() ?? 'accepted') {
      case 'accepted':
        accept(request, socket, head)
        return
      case 'refused':
        refuse(socket, '403 Forbidden')
        return
      case 'reset':
        socket.destroy()
        return
      case 'hang':
        hanging.add(socket)
        socket.on('error', () => socket.destroy())
        socket.once('close', () => hanging.delete(socket))
    }
  })

  return {
    close() {
      for (const socket of [...sockets.clients]) socket.terminate()
      for (const socket of [...hanging]) socket.destroy()
      sockets.close()
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
