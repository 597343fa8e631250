import type { JsonObject } from '../server/json.ts'

/** Akash modules and the versions of their queries, as node v2.1.0 lists them for each of its API versions (steady/009). */
const MODULES: readonly (readonly [module: string, version: string])[] = [
  ['audit', 'v1'],
  ['bme', 'v1'],
  ['cert', 'v1'],
  ['deployment', 'v1beta4'],
  ['escrow', 'v1'],
  ['market', 'v1beta5'],
  ['oracle', 'v2'],
  ['provider', 'v1beta4'],
  ['take', 'v1'],
  ['wasm', 'v1'],
]

/** Answer of the method `akash`, which Akash's fork of CometBFT adds. */
export function akashJson(chainId: string, appVersion: string): JsonObject {
  const modules = MODULES.map(([module, version]) => ({ module, version }))
  return {
    client_info: { api_version: 'v1beta3' },
    supported_versions: ['v1beta4', 'v1beta3'].map((version) => ({
      api_version: version,
      modules,
      features: null,
    })),
    chain_id: chainId,
    node_version: appVersion,
    min_client_version: '',
  }
}
