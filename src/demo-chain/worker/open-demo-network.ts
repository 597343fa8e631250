import type { DemoNetwork, DemoNetworkOptions } from './connect-demo-network.ts'
import { connectDemoNetwork } from './connect-demo-network.ts'
import { DemoNetworkError } from './demo-network-error.ts'
import { messageEnd } from './messages.ts'

/** Starts the demo chain in a worker of its own. Requests made before it stands wait for it. */
export function openDemoNetwork(options: DemoNetworkOptions = {}): DemoNetwork {
  const worker = new Worker(new URL('./demo-worker.ts', import.meta.url), { type: 'module' })
  const { network, fail } = connectDemoNetwork(messageEnd(worker), options)
  worker.addEventListener('error', ({ message }) => {
    fail(new DemoNetworkError('The demo chain could not be started.', { cause: message }))
  })
  return {
    ...network,
    close() {
      network.close()
      worker.terminate()
    },
  }
}
