import { findContradictions } from './find-contradictions.ts'
import { printReport } from './print-report.ts'
import { readAepSource } from './read-aep-source.ts'
import { readCommunitySource } from './read-community-source.ts'
import { compareFiles } from './registry-changes.ts'
import { RegistryFileError, readRegistryFiles, type SyncedFiles } from './registry-files.ts'
import { SourceError } from './source-error.ts'
import { openSource, type SourceTree } from './source-tree.ts'
import { parseSyncOptions, SYNC_USAGE, type SyncOptions } from './sync-options.ts'
import type { Unread } from './unread.ts'
import { UsageError } from './usage-error.ts'
import { findStaleFiles, formatFiles, writeFiles } from './write-files.ts'

/** What a sync needs of the process it runs in. */
export interface SyncProcess {
  /** Where the committed files are. */
  readonly folder: string
  /** Text for stdout. */
  say(text: string): void
  /** Text for stderr. */
  complain(text: string): void
}

/** Exit codes. */
const SYNC_EXITS = {
  done: 0,
  /** `--check` found what a sync would write. */
  stale: 1,
  usage: 2,
  /** Nothing was written, because a source or a committed file could not be read. */
  refused: 3,
  /** Everything else was written, and some records could not be read. */
  unread: 4,
} as const

/**
 * Rebuilds the committed files from the two repositories and tells what changed. Nothing is written where a source is
 * missing, or not whole.
 */
export async function runRegistrySync(
  args: readonly string[],
  process: SyncProcess,
): Promise<number> {
  try {
    return await sync(parseSyncOptions(args), process)
  } catch (cause) {
    if (cause instanceof UsageError) {
      process.complain(`registry:sync: ${cause.message} (${SYNC_USAGE})\n`)
      return SYNC_EXITS.usage
    }
    const isExpected = cause instanceof SourceError || cause instanceof RegistryFileError
    if (!isExpected) throw cause
    process.complain(`registry:sync: nothing was written. ${cause.message}.\n`)
    return SYNC_EXITS.refused
  }
}

async function sync(options: SyncOptions, { folder, say }: SyncProcess): Promise<number> {
  const { synced: before, reviewed } = await readRegistryFiles(folder)
  const { after, unread } = await withSource(options.aep, (aepTree) =>
    withSource(options.community, async (communityTree) => {
      const former = { aeps: before['aeps.json'], groups: before['groups.json'] }
      expectNotOlder(aepTree, former.aeps.snapshot)
      expectNotOlder(communityTree, former.groups.snapshot)
      const documents = await readAepSource(aepTree, former.aeps.aeps)
      const { groups, projects, unread } = await readCommunitySource(
        communityTree,
        { groups: former.groups.groups, projects: before['projects.json'].projects },
        reviewed.notes,
      )
      const numbers = new Set(documents.aeps.map(({ number }) => number))
      const elsewhere = before['aeps-elsewhere.json']
      const after: SyncedFiles = {
        'aeps.json': { snapshot: snapshotOf(aepTree), aeps: [...documents.aeps] },
        'aeps-elsewhere.json': {
          ...elsewhere,
          later: elsewhere.later.filter(({ number }) => !numbers.has(number)),
        },
        'groups.json': { snapshot: snapshotOf(communityTree), groups: [...groups] },
        'projects.json': {
          snapshot: snapshotOf(communityTree),
          seedDay: before['projects.json'].seedDay,
          projects: [...projects],
        },
      }
      return { after, unread: [...documents.unread, ...unread] satisfies Unread[] }
    }),
  )
  const texts = formatFiles(after)
  const stale = await findStaleFiles(folder, texts)
  const known = new Set(findContradictions(before, reviewed))
  const contradictions = findContradictions(after, reviewed)
  const news = contradictions.filter((sentence) => !known.has(sentence))
  if (!options.isCheck) await writeFiles(folder, texts, stale)
  say(
    printReport({
      before,
      after,
      changes: compareFiles(before, after),
      unread,
      contradictions: news,
      standing: contradictions.length - news.length,
      stale,
      isCheck: options.isCheck,
    }),
  )
  if (unread.some(({ kind }) => kind !== 'remark')) return SYNC_EXITS.unread
  return options.isCheck && stale.length > 0 ? SYNC_EXITS.stale : SYNC_EXITS.done
}

async function withSource<T>(source: string, use: (tree: SourceTree) => Promise<T>): Promise<T> {
  const tree = await openSource(source)
  try {
    return await use(tree)
  } finally {
    await tree.close()
  }
}

function snapshotOf({ commit, day }: SourceTree) {
  return { commit, day }
}

/** A clone from before the last sync would take back what is known since. @throws {SourceError} */
function expectNotOlder(tree: SourceTree, snapshot: { readonly day: string }): void {
  if (tree.day >= snapshot.day) return
  const reason = `its newest commit is of ${tree.day}, and what is committed here of ${snapshot.day}`
  throw new SourceError(tree.source, reason)
}
