import type { ChainLedger } from '../chain/ledger.ts'
import type { NodeBlocks } from './node-blocks.ts'
import type { DemoNodeOptions } from './node-options.ts'
import type { NodeView } from './node-view.ts'

/** What the methods of one demo node read. */
export interface DemoNode {
  readonly ledger: ChainLedger
  readonly options: DemoNodeOptions
  readonly chainId: string
  readonly blocks: NodeBlocks
  /** Where the node stands now. */
  view(): NodeView
  /** Version of the software it says it runs. */
  appVersion(): string
}
