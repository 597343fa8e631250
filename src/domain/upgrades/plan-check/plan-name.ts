/** The longest name a folder can have on the file systems nodes run on, in bytes. */
const LONGEST_FOLDER = 255

/** Why a name cannot be a folder as it stands; undefined: it can. */
export type FolderProblem = 'empty' | 'too-long' | 'dots' | 'escaped' | 'shell'

/**
 * cosmovisor looks for `upgrades/<name>`, with the name in lower case and percent-escaped (cosmos-sdk
 * tools/cosmovisor/args.go `UpgradeDir`, `ParseUpgradeInfo`). A name that reads differently then is a folder nobody
 * finds by copying the name.
 */
export function findFolderProblem(name: string): FolderProblem | undefined {
  if (name.trim() === '') return 'empty'
  if (/^\.{1,2}$/.test(name)) return 'dots'
  if (new TextEncoder().encode(cosmovisorFolder(name)).length > LONGEST_FOLDER) return 'too-long'
  if (escapePathSegment(name) !== name) return 'escaped'
  return /^[\w.~+@:=-]+$/.test(name) ? undefined : 'shell'
}

/** The folder of a plan's name below `cosmovisor/upgrades`. */
export function cosmovisorFolder(name: string): string {
  return escapePathSegment(name.toLowerCase())
}

/** Go's `url.PathEscape`: everything but letters, digits and `-_.~$&+=:@` as percent-escaped UTF-8. */
function escapePathSegment(text: string): string {
  let escaped = ''
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte)
    escaped += /[A-Za-z0-9\-_.~$&+=:@]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}

/** Whether a name is a release's tag, as all of Akash's plans since v0.18.0 are: `v2.2.0`, `v2.2.0-rc1`. */
export function isReleaseTag(name: string): boolean {
  return name.length <= 60 && /^v\d+\.\d+\.\d+(-[0-9a-z.]+)?$/i.test(name)
}
