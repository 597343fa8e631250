import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import http, { type RequestListener, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'

/** A node that answers as a test says. */
export interface FakeUpstream {
  readonly url: string
  readonly server: Server
  close(): Promise<void>
}

export async function startFakeUpstream(answer: RequestListener): Promise<FakeUpstream> {
  const server = http.createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const SCRIPT = `export const words = '${'a script long enough to compress '.repeat(200)}'`

/** A folder as a build leaves it: a page with its policy and configuration block, one hashed script, one icon. */
export async function writeFakeDist(): Promise<string> {
  const dist = await mkdtemp(path.join(os.tmpdir(), 'skylight-dist-'))
  await mkdir(path.join(dist, 'assets'))
  await writeFile(
    path.join(dist, 'index.html'),
    `<!doctype html><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
<script type="application/json" id="skylight-config">{}</script><div id="root"></div>`,
  )
  await writeFile(path.join(dist, 'assets', 'index-Ab3_x-9Z.js'), SCRIPT)
  await writeFile(path.join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(path.join(dist, '.build-stamp'), 'not for visitors')
  return dist
}

/** What came back over a bare connection. */
export interface RawReply {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

/** A request with exactly these headers and this path, which `fetch` would tidy up. */
export function ask(
  url: string,
  options: http.RequestOptions & { readonly body?: string } = {},
): Promise<RawReply> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent: false, ...rest }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}
