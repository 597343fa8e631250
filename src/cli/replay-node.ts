import process from 'node:process'
import { runReplayNode } from './replay-node/run-replay-node.ts'
import { THIS_PROCESS } from './serving-process.ts'

/** Serves a recorded scene until interrupted: `tsx src/cli/replay-node.ts <scene folder> …`. */
process.exit(await runReplayNode(process.argv.slice(2), THIS_PROCESS))
