/** A file the plan names for one platform, e.g. `linux/amd64`. Texts are strangers'. */
export interface PlanBinary {
  readonly platform: string
  readonly url: string
  /** Lower-case hex; undefined: the URL carries none, or a malformed one. */
  readonly sha256: string | undefined
}

/** What a plan's `info` is, in the forms cosmovisor reads (cosmos-sdk x/upgrade/plan/info.go). */
export type PlanInfo =
  | { readonly kind: 'empty' }
  | { readonly kind: 'binaries'; readonly binaries: readonly PlanBinary[] }
  | {
      readonly kind: 'url'
      /** As it is fetched: without the checksum, which is none of the server's business. */
      readonly url: string
      /** What the file must hash to; lower-case hex. */
      readonly sha256: string | undefined
      /** A checksum is given, but not one this code can compare. */
      readonly isChecksumMalformed: boolean
    }
  | { readonly kind: 'malformed'; readonly reason: string }

/** x/upgrade bounds no length; more than this is no list of binaries. */
const LONGEST_INFO = 400_000

/** Reads `plan.info`. Never throws, whatever it is given. */
export function parsePlanInfo(info: string): PlanInfo {
  const text = info.trim()
  if (text === '') return { kind: 'empty' }
  if (text.length > LONGEST_INFO) {
    return { kind: 'malformed', reason: 'It is longer than any list of binaries.' }
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return parseInfoUrl(text)
  const file = parseInfoFile(text)
  return file.kind === 'binaries' ? file : { kind: 'malformed', reason: file.reason }
}

function parseInfoUrl(text: string): PlanInfo {
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(text) || !URL.canParse(text)) {
    return { kind: 'malformed', reason: 'It begins like an address, but is none.' }
  }
  const url = new URL(text)
  const checksum = url.searchParams.get('checksum')
  url.searchParams.delete('checksum')
  const sha256 = checksum === null ? undefined : parseChecksum(checksum)
  return {
    kind: 'url',
    url: url.href,
    sha256,
    isChecksumMalformed: checksum !== null && sha256 === undefined,
  }
}

/** `sha256:` and 64 hex digits, the form go-getter knows; others it knows (md5, sha512) are not compared here. */
function parseChecksum(text: string): string | undefined {
  return /^sha256:([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase()
}

/** What a file of binaries holds: `{"binaries": {"linux/amd64": "https://…?checksum=sha256:…"}}`. */
export type InfoFile =
  | { readonly kind: 'binaries'; readonly binaries: readonly PlanBinary[] }
  | { readonly kind: 'malformed'; readonly reason: string }

/** Platforms looked at; no release has as many. */
const MOST_BINARIES = 100

/** Reads the JSON itself. Never throws. An object without binaries is a list of none, as Akash's files start. */
export function parseInfoFile(text: string): InfoFile {
  const value = parseJson(text)
  if (!isRecord(value)) {
    return { kind: 'malformed', reason: 'It is neither a JSON object nor an address.' }
  }
  const { binaries } = value
  if (binaries === undefined || binaries === null) return { kind: 'binaries', binaries: [] }
  if (!isRecord(binaries)) {
    return { kind: 'malformed', reason: 'Its "binaries" is no object of platforms.' }
  }
  const entries = Object.entries(binaries)
  if (entries.length > MOST_BINARIES) {
    return { kind: 'malformed', reason: `It names ${entries.length} platforms.` }
  }
  const read: PlanBinary[] = []
  for (const [platform, url] of entries) {
    if (typeof url !== 'string') {
      return { kind: 'malformed', reason: 'One of its binaries is no address.' }
    }
    read.push({ platform, url, sha256: checksumOf(url) })
  }
  return { kind: 'binaries', binaries: read }
}

function checksumOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const checksum = new URL(url).searchParams.get('checksum')
  return checksum === null ? undefined : parseChecksum(checksum)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
