import type { EndpointHealth, Health } from './health.ts'

/** A health that is shared by several connections, as one of them sees it: only its own endpoints are listed. */
export function healthOf(shared: Health, endpoints: readonly string[]): Health {
  let source: readonly EndpointHealth[] | undefined
  let own: readonly EndpointHealth[] = []
  return {
    ...shared,
    snapshots() {
      const all = shared.snapshots()
      if (all === source) return own
      source = all
      const next = all.filter(({ endpoint }) => endpoints.includes(endpoint))
      // The same array as long as nothing of these has changed.
      if (next.length !== own.length || next.some((one, at) => one !== own[at])) own = next
      return own
    },
  }
}
