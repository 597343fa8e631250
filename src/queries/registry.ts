import { queryOptions } from '@tanstack/react-query'
import type { Registry } from '../domain/registry/registry.ts'

/** The committed registry, a file of its own: nothing of it is in what every visit loads. */
export async function loadRegistry(): Promise<Registry> {
  const { readRegistry } = await import('../data/registry/registry.ts')
  return readRegistry()
}

/** It is the same for every chain, and never asks one. */
export function registryQuery() {
  return queryOptions({
    queryKey: ['registry'] as const,
    queryFn: loadRegistry,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
