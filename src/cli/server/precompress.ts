import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Formats that are not compressed already. */
export function isCompressible(name: string): boolean {
  return /\.(?:html|js|css|json|webmanifest|svg|txt|md|xml|wasm)$/.test(name)
}

/** Both codings of a body: `small` as small as they get (about a second for a megabyte), `fast` in milliseconds. */
export async function compressFully(
  body: Buffer,
  effort: 'small' | 'fast',
): Promise<{ readonly br: Buffer; readonly gzip: Buffer }> {
  const [quality, level] = effort === 'small' ? [11, 9] : [5, 6]
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  const [br, gz] = await Promise.all([brotli(body, { params }), deflate(body, { level })])
  return { br, gzip: gz }
}

/** Writes `x.br` and `x.gz` beside every compressible file of a built app, as static hosts look for them. */
export async function precompress(dist: string): Promise<void> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && isCompressible(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const { br, gzip: gz } = await compressFully(await readFile(file), 'small')
      await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
    }),
  )
}
