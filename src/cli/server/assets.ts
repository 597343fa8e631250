import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Encoding } from './encoding.ts'
import { compressFully, isCompressible } from './precompress.ts'

/** A file of the built app, in memory with its compressed forms. */
export interface Asset {
  readonly type: string
  readonly body: Buffer
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>
  /** Of the plain body, without quotes. */
  readonly tag: string
  /** Its name carries a hash of its content. */
  readonly isImmutable: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
}

/** Whether a path asks for a file, not for a screen. `/upgrades/v2.2.0` is a screen although it has a dot. */
export function namesFile(pathname: string): boolean {
  const extension = path.posix.extname(pathname).toLowerCase()
  return pathname.startsWith('/assets/') || extension in TYPES || extension === '.map'
}

/** Every file of a built app by its URL path. Compressed forms lying beside a file are taken instead of made anew. */
export async function loadAssets(dist: string): Promise<ReadonlyMap<string, Asset>> {
  const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/\.(?:br|gz)$/.test(name) && !/(?:^|[\\/])\./.test(name))
  const assets = await Promise.all(
    names.map(async (name): Promise<[string, Asset]> => {
      const urlPath = `/${name.split(path.sep).join('/')}`
      const file = path.join(dist, name)
      const body = await readFile(file)
      const [br, gzip] = await Promise.all([readIfThere(`${file}.br`), readIfThere(`${file}.gz`)])
      const encoded = br !== undefined && gzip !== undefined ? { br, gzip } : undefined
      return [urlPath, await createAsset(urlPath, body, encoded)]
    }),
  )
  return new Map(assets)
}

export async function createAsset(
  urlPath: string,
  body: Buffer,
  encoded?: Asset['encoded'],
): Promise<Asset> {
  const type = TYPES[path.posix.extname(urlPath).toLowerCase()] ?? 'application/octet-stream'
  return {
    type,
    body,
    encoded: encoded ?? (isCompressible(urlPath) ? await compressFully(body, 'fast') : {}),
    tag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    isImmutable: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(urlPath),
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}
