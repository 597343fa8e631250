import { createLedger } from '../../demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../demo-chain/faults/create-demo-endpoints.ts'
import type { Fault } from '../../demo-chain/faults/fault.ts'
import { type ServedNode, serveNode } from '../../demo-chain/http/serve-node.ts'
import { createConnection } from '../../rpc/connection.ts'
import { atMost, type Measurement } from './finding.ts'
import { median } from './median.ts'

const ROUNDS = 9
/** Of the transport, for one attempt; pages allow ten seconds. */
const TIMEOUT_MS = 1_000
/** What the good endpoint may take beyond the time that the other was waited for. */
const ANSWER_MS = 100

/** From the question to a good endpoint's answer, where the endpoint before it fails. */
export function failover(): Measurement {
  return {
    heading: 'Failover from a faulty endpoint to a good one',
    async measure() {
      return [
        atMost('after a refused connection', await failoverMs('unreachable'), 1_000, 'ms'),
        atMost('after HTTP 502', await failoverMs('bad-gateway'), 1_000, 'ms'),
        atMost('after a web page', await failoverMs('html'), 1_000, 'ms'),
        atMost(
          `after a hang, of ${TIMEOUT_MS} ms allowed`,
          await failoverMs('hang'),
          TIMEOUT_MS + ANSWER_MS,
          'ms',
        ),
      ]
    },
  }
}

async function failoverMs(kind: 'unreachable' | 'bad-gateway' | 'html' | 'hang'): Promise<number> {
  const nodes = await serveBehind({ kind })
  try {
    const endpoints = nodes.map(({ url }) => ({ url }))
    const times: number[] = []
    for (let round = -1; round < ROUNDS; round++) {
      // Anew each time: an endpoint that has failed is asked last.
      const { transport } = createConnection(endpoints, { http: { timeoutMs: TIMEOUT_MS } })
      const startedAt = performance.now()
      await transport.request({ method: 'status' })
      // The first round warms up.
      if (round >= 0) times.push(performance.now() - startedAt)
    }
    return median(times)
  } finally {
    await Promise.all(nodes.map((node) => node.close()))
  }
}

/** An endpoint with a fault, and a good one. */
async function serveBehind(fault: Fault): Promise<readonly ServedNode[]> {
  const standsAt = new Date()
  const now = () => standsAt
  const ledger = createLedger(createDemoScript({ now: standsAt }), now)
  const specs = [{ name: 'faulty', faults: [fault] }, { name: 'good' }]
  const endpoints = createDemoEndpoints({ ledger, specs, now })
  return Promise.all(endpoints.map(({ server }) => serveNode(server)))
}
