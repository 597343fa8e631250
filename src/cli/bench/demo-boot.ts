import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import type { PageMessage, WorkerMessage } from '../../demo-chain/worker/messages.ts'
import { atMost, type Measurement, plain } from './finding.ts'
import { median } from './median.ts'

const CODE_KB = 60
const BOOT_MS = 300
const ROUNDS = 5
/** The last minute of the day a chain lives for, when the most has happened that a ledger works through. */
const LATE_MS = Date.UTC(2026, 10, 21, 23, 59)
const STATUS = '{"jsonrpc":"2.0","id":1,"method":"status","params":{}}'

/** What a worker of a browser has and one of Node lacks. */
const AS_IN_A_BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads')
  globalThis.postMessage = (message) => parentPort.postMessage(message)
  globalThis.addEventListener = (_, listener) =>
    parentPort.on('message', (data) => listener({ data }))
  import(workerData).then(() => parentPort.postMessage({ kind: 'loaded' }))
`

/** The built demo chain: what the page loads for it, and how long a cold worker takes until its nodes answer. */
export function demoBoot(dist: string): Measurement {
  return {
    heading: 'Demo chain, as built',
    async measure() {
      const assets = path.join(dist, 'assets')
      const names = (await readdir(assets)).filter((name) => name.endsWith('.js'))
      const worker = names.find((name) => name.startsWith('demo-worker-'))
      if (worker === undefined) throw new Error(`there is no demo worker in ${assets}`)
      const code = await readFile(path.join(assets, worker))
      const boots: ColdBoot[] = []
      for (let round = 0; round < ROUNDS; round++) {
        boots.push(await bootCold(path.join(assets, worker)))
      }
      const middle = (read: (boot: ColdBoot) => number): number => median(boots.map(read))
      return [
        atMost('its code', gzipSync(code, { level: 9 }).length / 1_000, CODE_KB, 'kB'),
        plain(
          'loading it, cold',
          middle(({ loadMs }) => loadMs),
          'ms',
        ),
        plain(
          'script, ledger and nodes',
          middle(({ bootMs }) => bootMs),
          'ms',
        ),
        atMost(
          'the same until a node has answered',
          middle(({ answerMs }) => answerMs),
          BOOT_MS,
          'ms',
        ),
      ]
    },
  }
}

interface ColdBoot {
  readonly loadMs: number
  readonly bootMs: number
  /** From the order to boot to the first answer. */
  readonly answerMs: number
}

/** A worker of its own each time, so that nothing is compiled yet. */
async function bootCold(file: string): Promise<ColdBoot> {
  const startedAt = performance.now()
  const worker = new Worker(AS_IN_A_BROWSER, { eval: true, workerData: pathToFileURL(file).href })
  const send = (message: PageMessage): void => worker.postMessage(message)
  try {
    await heard(worker, 'loaded')
    const loadedAt = performance.now()
    const booted = heard(worker, 'booted')
    const answered = heard(worker, 'reply')
    send({ kind: 'boot', seed: undefined, nowMs: LATE_MS })
    send({
      kind: 'request',
      id: 1,
      endpoint: 'archive',
      httpMethod: 'POST',
      target: '/',
      headers: {},
      body: STATUS,
    })
    const message = await booted
    await answered
    const answeredAt = performance.now()
    const bootMs = message.kind === 'booted' ? message.bootMs : Number.NaN
    return { loadMs: loadedAt - startedAt, bootMs, answerMs: answeredAt - loadedAt }
  } finally {
    await worker.terminate()
  }
}

type Heard = WorkerMessage | { readonly kind: 'loaded' }

function heard(worker: Worker, kind: Heard['kind']): Promise<Heard> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: Heard) => {
      if (message.kind === kind) resolve(message)
    })
  })
}
