import { isPublicFileUrl } from '../domain/upgrades/plan-check/public-file-url.ts'
import { BodyTooLargeError } from '../rpc/read-body.ts'
import { encodeHex } from './bytes.ts'

/** A public file, as it was served. */
export interface FetchedFile {
  readonly text: string
  /** Of the bytes; lower-case hex. */
  readonly sha256: string
}

/** Why a public file could not be had; the message is a sentence for a reader. */
export class PublicFileError extends Error {
  override readonly name = 'PublicFileError'
  readonly url: string
  readonly kind:
    | 'not-public'
    | 'refused'
    | 'rate-limited'
    | 'too-large'
    | 'timed-out'
    | 'unreachable'

  constructor(url: string, kind: PublicFileError['kind'], cause?: unknown) {
    super(SENTENCES[kind], { cause })
    this.url = url
    this.kind = kind
  }
}

const SENTENCES: Readonly<Record<PublicFileError['kind'], string>> = {
  'not-public': 'The address is not https, or not on the public internet.',
  refused: 'The server answered, but not with a file.',
  'rate-limited': 'The server refuses to answer for now, as it does after too many requests.',
  'too-large': 'The file is larger than 400 kB, which no file read here is.',
  'timed-out': 'The server did not answer within ten seconds.',
  unreachable:
    'It could not be reached: no network, no permission for pages of other sites, or the address leads on to another.',
}

/** More than ten times what a list of binaries or the index of AEPs takes. */
const MOST_BYTES = 400_000
const TIMEOUT_MS = 10_000

/** Statuses of a server that wants to be left alone; GitHub answers with either. */
const PAUSES: ReadonlySet<number> = new Set([403, 429])

export interface PublicFileOptions {
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch
  readonly signal?: AbortSignal
}

/**
 * One file from the public internet, without credentials and referrer. An address that leads on to another is not
 * followed, for where to is known only after it was called.
 * @throws {PublicFileError}
 */
export async function fetchPublicFile(
  url: string,
  { fetch = globalThis.fetch, signal }: PublicFileOptions = {},
): Promise<FetchedFile> {
  if (!isPublicFileUrl(url)) throw new PublicFileError(url, 'not-public')
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      cache: 'no-store',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
    if (!response.ok) {
      throw new PublicFileError(url, PAUSES.has(response.status) ? 'rate-limited' : 'refused')
    }
    const bytes = await readBytes(response, MOST_BYTES)
    return { text: new TextDecoder().decode(bytes), sha256: encodeHex(await hash(bytes)) }
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof PublicFileError) throw error
    if (error instanceof BodyTooLargeError) throw new PublicFileError(url, 'too-large', error)
    throw new PublicFileError(url, timeout.aborted ? 'timed-out' : 'unreachable', error)
  }
}

async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(maxBytes)
  const reader = response.body?.getReader()
  let size = 0
  for (;;) {
    const piece = await reader?.read()
    if (piece?.value === undefined) return bytes.slice(0, size)
    if (size + piece.value.length > maxBytes) {
      await reader?.cancel().catch(() => undefined)
      throw new BodyTooLargeError(maxBytes)
    }
    bytes.set(piece.value, size)
    size += piece.value.length
  }
}

/** Pages that came over plain http have no WebCrypto. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { subtle }: { readonly subtle?: SubtleCrypto } = globalThis.crypto
  if (subtle !== undefined) return new Uint8Array(await subtle.digest('SHA-256', bytes))
  const { sha256 } = await import('@noble/hashes/sha2.js')
  return sha256(bytes)
}
