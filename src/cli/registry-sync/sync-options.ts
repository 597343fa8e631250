import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

export interface SyncOptions {
  /** A folder with a clone, or a git address to clone. */
  readonly aep: string
  readonly community: string
  /** Only tell what would change. */
  readonly isCheck: boolean
}

/** What a wrong call is answered with. */
export const SYNC_USAGE =
  'usage: npm run registry:sync -- --aep CLONE_OR_URL --community CLONE_OR_URL [--check]'

/** @throws {UsageError} */
export function parseSyncOptions(args: readonly string[]): SyncOptions {
  const { aep, community, check } = parse([...args])
  if (aep === undefined || aep === '') throw new UsageError('--aep names no source')
  if (community === undefined || community === '') {
    throw new UsageError('--community names no source')
  }
  return { aep, community, isCheck: check === true }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        aep: { type: 'string' },
        community: { type: 'string' },
        check: { type: 'boolean' },
      },
    }).values
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/\.\s/)[0] ?? '') : String(cause)
    throw new UsageError(reason, { cause })
  }
}
