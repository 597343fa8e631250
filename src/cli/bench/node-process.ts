import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { ROOT } from '../start/build-app.ts'

/** A node in a process of its own: what it does to answer takes nothing from whoever reads it. */
export interface NodeProcess {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves a recorded scene from another process. @throws {Error} when that ends before it serves */
export async function startNodeProcess(scene: string): Promise<NodeProcess> {
  const run = path.join(ROOT, 'scripts', 'run.mjs')
  const child = spawn(process.execPath, [run, 'replay-node', scene, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0]
    if (url === undefined) continue
    child.stdout.resume()
    return {
      url,
      close() {
        child.kill()
        return ended
      },
    }
  }
  throw new Error('the node ended before it served')
}
