import { createLedger } from '../chain/create-ledger.ts'
import { createDemoScript } from '../chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../faults/create-demo-endpoints.ts'
import { DEMO_ROLES } from '../faults/demo-roles.ts'
import { messageEnd } from './messages.ts'
import { serveDemoNetwork } from './serve-demo-network.ts'

serveDemoNetwork(messageEnd(globalThis), {
  boot({ seed, now }) {
    const script = createDemoScript({ now: now(), ...(seed === undefined ? {} : { seed }) })
    return createDemoEndpoints({ ledger: createLedger(script, now), specs: DEMO_ROLES, now })
  },
})
