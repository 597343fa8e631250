import type { QueryAnswer } from '../application/query-answer.ts'
import { isKnownService } from '../application/query-paths.ts'
import type { WireField } from '../application/wire-fields.ts'
import { textArgument } from '../server/backend.ts'
import { ARCHIVE, pinnedHeight } from './endpoint-facts.ts'
import { GovState } from './gov-state.ts'
import { MarketState } from './market-state.ts'
import { ProviderState } from './provider-state.ts'
import type { RecordedCall } from './recorded-call.ts'
import { RecordedLists } from './recorded-lists.ts'
import { answeredHeight, RecordedQueries } from './recorded-queries.ts'
import { StakingState } from './staking-state.ts'
import { StoreState } from './store-state.ts'
import { UpgradeState } from './upgrade-state.ts'

/** Answers questions on one part of the state; undefined for other questions and for what was not recorded. */
interface ModuleState {
  answer(path: string, request: readonly WireField[], height: bigint): QueryAnswer | undefined
}

/** The application's state of a scene, as far as `archive` was asked for it. */
export class RecordedState {
  /** The height the scene stands at; what the latest state is answered from. */
  readonly pinned: bigint
  readonly queries: RecordedQueries
  readonly modules: readonly ModuleState[]
  readonly store: StoreState
  private readonly services: ReadonlySet<string>

  constructor(calls: readonly RecordedCall[]) {
    const archived = calls.filter(({ endpoint }) => endpoint === ARCHIVE)
    const lists = new RecordedLists(archived)
    this.pinned = pinnedHeight(archived)
    this.queries = new RecordedQueries(archived)
    const gov = new GovState(lists)
    const staking = new StakingState(lists)
    const upgrade = new UpgradeState(archived, this.queries, this.pinned)
    this.modules = [gov, staking, upgrade, new MarketState(lists), new ProviderState(lists)]
    this.store = new StoreState({ gov, staking, upgrade, queries: this.queries })
    const answered = archived.filter((recorded) => answeredHeight(recorded) !== undefined)
    this.services = new Set(answered.map(({ call }) => serviceOf(textArgument(call.args, 'path'))))
  }

  /** Whether the node certainly has the service of a path: it answered for it, or its methods are known. */
  hasServiceOf(path: string): boolean {
    return this.services.has(serviceOf(path)) || isKnownService(serviceOf(path))
  }
}

function serviceOf(path: string): string {
  return path.split('/')[1] ?? ''
}
