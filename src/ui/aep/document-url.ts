import { sourceUrl } from '../../domain/link/describe-evidence.ts'
import type { Aep } from '../../domain/registry/aep.ts'

/** Where the document itself stands; undefined where its path makes no address. */
export function documentUrl({ path }: Pick<Aep, 'path'>): string | undefined {
  return sourceUrl(`akash-network/AEP:${path}`)
}
