import { queryOptions } from '@tanstack/react-query'
import { createMemoryPlanInfoArchive, createPlanInfoArchive } from '../archive/plan-info.ts'
import { fetchPublicFile, PublicFileError } from '../chain/public-file.ts'
import { NETWORKS } from '../data/networks.ts'
import { isDemoChainId } from '../domain/demo-chain.ts'
import type { PlanFile, PlanFileState } from '../domain/upgrades/plan-check/plan-check.ts'
import { parsePlanInfo } from '../domain/upgrades/plan-check/plan-info.ts'
import { isPublicFileUrl } from '../domain/upgrades/plan-check/public-file-url.ts'
import type { Chain } from './chain.ts'

/** Akash's own files, which the page names as public files it reads. */
const OWN_FILES = 'https://raw.githubusercontent.com/akash-network/net/'

/** Whether a plan's file is fetched without asking: Akash's own repository, for a chain that is on record as Akash's. */
export function isFetchedUnasked(url: string, chainId: string): boolean {
  return url.startsWith(OWN_FILES) && NETWORKS.some((network) => network.chainId === chainId)
}

const READ_AGAIN_AFTER_MS = 300_000

/** The file a plan's `info` names. `isWanted`: the reader asked for it, or it is fetched unasked. */
export function planFileQuery(chain: Chain, chainId: string, url: string, isWanted: boolean) {
  return queryOptions({
    queryKey: ['plan-file', isDemoChainId(chainId), url] as const,
    queryFn: ({ signal }) => readPlanFile(chain, chainId, url, signal),
    enabled: isWanted,
    staleTime: READ_AGAIN_AFTER_MS,
    retry: false,
  })
}

/** What invented chains name is forgotten with the page. */
const forgotten = createMemoryPlanInfoArchive()

/**
 * Fetches the file and looks up what this browser saw at its address before.
 * @throws {PublicFileError}
 */
export async function readPlanFile(
  { now }: Pick<Chain, 'now'>,
  chainId: string,
  url: string,
  signal?: AbortSignal,
): Promise<PlanFile> {
  const { text, sha256 } = await fetchPublicFile(url, signal ? { signal } : {})
  const archive = isDemoChainId(chainId) ? forgotten : createPlanInfoArchive()
  const seen = await archive.see(url, { sha256, firstSeenAtMs: now().getTime() })
  // What differs tells more than what is the same.
  const before = seen.findLast((one) => one.sha256 !== sha256) ?? seen.at(-1)
  return {
    url,
    text,
    sha256,
    before:
      before === undefined
        ? undefined
        : { sha256: before.sha256, seenAt: new Date(before.firstSeenAtMs) },
  }
}

/** The address a plan's `info` is; undefined where it is none. */
export function planFileUrl(info: string): string | undefined {
  const parsed = parsePlanInfo(info)
  return parsed.kind === 'url' ? parsed.url : undefined
}

export interface FileReading {
  readonly file: PlanFile | undefined
  readonly error: unknown
  readonly isWanted: boolean
}

export function stateOfFile(
  url: string | undefined,
  { file, error, isWanted }: FileReading,
): PlanFileState {
  if (file !== undefined) return { kind: 'fetched', file }
  if (url === undefined) return { kind: 'not-asked' }
  if (!isPublicFileUrl(url)) return { kind: 'not-public' }
  if (error instanceof PublicFileError) return { kind: 'failed', reason: error.message }
  if (error !== null && error !== undefined) {
    return { kind: 'failed', reason: 'Reading it went wrong.' }
  }
  return { kind: isWanted ? 'loading' : 'not-asked' }
}
