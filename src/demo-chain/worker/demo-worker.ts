import { createLedger } from '../chain/create-ledger.ts'
import type { ChainLedger } from '../chain/ledger.ts'
import { createDemoScript } from '../chain/world/create-demo-script.ts'
import { type Epoch, findEpoch } from '../chain/world/epoch.ts'
import { findNextUpgrade } from '../chain/world/upgrade-plans.ts'
import { createDemoEndpoints } from '../faults/create-demo-endpoints.ts'
import { DEMO_ROLES } from '../faults/demo-roles.ts'
import { messageEnd } from './messages.ts'
import { serveDemoNetwork } from './serve-demo-network.ts'

/** Blocks before an upgrade that a jump ends at. */
const BLOCKS_BEFORE = 10n

let chain: { readonly ledger: ChainLedger; readonly epoch: Epoch } | undefined

serveDemoNetwork(messageEnd(globalThis), {
  boot({ seed, now }) {
    const bootedAt = now()
    const script = createDemoScript({ now: bootedAt, ...(seed === undefined ? {} : { seed }) })
    const ledger = createLedger(script, now)
    chain = { ledger, epoch: findEpoch(bootedAt, seed ?? 1) }
    return createDemoEndpoints({ ledger, specs: DEMO_ROLES, now })
  },
  findJump() {
    if (chain === undefined) return undefined
    const { ledger, epoch } = chain
    // While the chain stands still its newest block is that of the upgrade, and the jump would skip the halt.
    if (ledger.timeOf(ledger.tip() + 1n) <= ledger.now()) return undefined
    const height = findNextUpgrade(epoch, ledger.tip())
    return height === undefined ? undefined : ledger.timeOf(height - BLOCKS_BEFORE)
  },
})
