import process from 'node:process'
import { runDemoNode } from './demo-node/run-demo-node.ts'
import { THIS_PROCESS } from './serving-process.ts'

/** Serves the demo chain until interrupted: `tsx src/cli/demo-node.ts …`. */
process.exit(await runDemoNode(process.argv.slice(2), THIS_PROCESS))
