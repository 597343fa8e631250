import { createApplication } from '../../../src/demo-chain/application/living-application.ts'
import { createLedger } from '../../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../../src/demo-chain/chain/ledger.ts'
import type { AppliedUpgrade } from '../../../src/demo-chain/chain/script.ts'
import { createDemoScript } from '../../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoNode } from '../../../src/demo-chain/node/create-demo-node.ts'
import type { DemoNodeOptions } from '../../../src/demo-chain/node/node-options.ts'
import type { Scene } from '../../../src/demo-chain/replay/scene.ts'
import { jsonAt } from '../../../src/demo-chain/server/json.ts'
import type { NodeServer } from '../../../src/demo-chain/server/node-server.ts'
import { createNodeServer } from '../../../src/demo-chain/server/node-server.ts'
import type { Namesakes, Roles } from './namesakes.ts'
import { createNamesakes, findRoles } from './namesakes.ts'
import type { SceneName } from './recorded-exchange.ts'

/** A demo chain that is taken through the moments of the recorded scenes. */
export interface DemoStage {
  readonly roles: Roles
  /** Moves on to a scene's moment; scenes come in the order they were recorded in. */
  enter(scene: Scene, name: SceneName): SceneOnStage
}

export interface SceneOnStage extends Nodes {
  /** Moves the clock to a step of the round in which the next block is decided. */
  toStep(step: number): void
}

interface Nodes {
  readonly names: Namesakes
  /** The demo's node in the place of a recorded one. */
  server(endpoint: string): NodeServer
}

const MINUTE_MS = 60_000
const BEGINNING = Date.UTC(2026, 10, 21)
/** Two days, which is all a world is made for. */
const MOMENTS = 280

/** Where a demo chain is ten minutes from an upgrade that stops it, as the recorded one was, with every role played. */
export function openStage(): DemoStage {
  const script = createDemoScript({ now: new Date(BEGINNING) })
  let nowMs = BEGINNING
  const ledger = createLedger(script, () => new Date(nowMs))
  const isHalt = (name: string): boolean => script.halts.some(({ planName }) => planName === name)
  for (let moment = 0; moment < MOMENTS; moment++) {
    const plan = ledger.stateAt(ledger.tip()).plan()
    if (plan !== undefined && isHalt(plan.name) && plan.height - ledger.tip() < 110n) {
      const stop = { name: plan.name, height: plan.height }
      const roles = findRoles(ledger)
      return {
        roles,
        enter(scene, name) {
          nowMs = momentOf(name, ledger, stop, nowMs)
          const onStage = putOnStage({ ledger, roles, stop, scene, name })
          return {
            ...onStage,
            toStep(step) {
              nowMs = atStep(ledger, step) ?? nowMs
            },
          }
        },
      }
    }
    nowMs += 10 * MINUTE_MS
  }
  throw new RangeError('no upgrade stops this demo chain within two days')
}

function momentOf(
  name: SceneName,
  ledger: ChainLedger,
  stop: AppliedUpgrade,
  nowMs: number,
): number {
  const haltMs = ledger.timeOf(stop.height).getTime() + MINUTE_MS
  if (name === 'halt') return Math.max(nowMs, haltMs)
  // The demo's restart takes no time to watch: what came of it is seen from nodes that stay behind.
  return name === 'halt-partial' || name === 'resumed'
    ? Math.max(nowMs, haltMs + 25 * MINUTE_MS)
    : nowMs
}

/** How far into the time between two blocks the steps are: CometBFT consensus/types/round_state.go. */
const STEPS: ReadonlyMap<number, number> = new Map([
  [1, 0.2],
  [3, 0.45],
  [4, 0.6],
  [6, 0.9],
])

function atStep(ledger: ChainLedger, step: number): number | undefined {
  const part = STEPS.get(step)
  const tip = ledger.tip()
  const [from, to] = [ledger.timeOf(tip).getTime(), ledger.timeOf(tip + 1n).getTime()]
  return part === undefined ? undefined : Math.round(from + part * (to - from))
}

interface Performance {
  readonly ledger: ChainLedger
  readonly roles: Roles
  readonly stop: AppliedUpgrade
  readonly scene: Scene
  readonly name: SceneName
}

function putOnStage({ ledger, roles, stop, scene, name }: Performance): Nodes {
  const application = createApplication(ledger)
  const servers = new Map<string, NodeServer>()

  function optionsOf(endpoint: string): DemoNodeOptions {
    const own: DemoNodeOptions = {
      moniker: `demo-${endpoint}`,
      hasIndex: endpoint !== 'noindex',
      ...(endpoint === 'pruned' && { keepStates: 300n, keepBlocks: 300n }),
    }
    if (name !== 'halt-partial' && name !== 'resumed') return own
    const state = recordedState(scene, endpoint)
    if (state === BEFORE_HALT) return { ...own, haltedAt: stop.height }
    return state === BEFORE_HALT + 1 ? { ...own, lagBlocks: ledger.tip() - stop.height } : own
  }

  return {
    names: createNamesakes(ledger, roles, stop, name),
    server(endpoint) {
      const known = servers.get(endpoint)
      if (known !== undefined) return known
      const node = createDemoNode(ledger, optionsOf(endpoint), application)
      const server = createNodeServer(node, { cors: endpoint !== 'nocors', now: ledger.now })
      servers.set(endpoint, server)
      return server
    },
  }
}

/** Newest state of a node that cannot execute the block at which the recorded chain stopped. */
const BEFORE_HALT = 27_400_604

/** Newest state of a recorded node, as it says in `abci_info`. */
function recordedState(scene: Scene, endpoint: string): number {
  const info = scene.answers.find(
    ({ endpoint: of, request }) => of === endpoint && jsonAt(request, 'method') === 'abci_info',
  )
  return Number(jsonAt(info?.response, 'result', 'response', 'last_block_height') ?? 0)
}
