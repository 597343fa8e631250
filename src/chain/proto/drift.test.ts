import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const TIMEOUT_MS = 120_000

async function checkDrift(root: string): Promise<{ code: number; text: string }> {
  try {
    await run(process.execPath, ['scripts/proto.mjs', '--check'], { cwd: root })
    return { code: 0, text: '' }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stderr' in error)) throw error
    return { code: Number(error.code), text: String(error.stderr) }
  }
}

/** A copy of what the script reads, small enough to spoil. */
async function withCopy(spoil: (root: string) => Promise<void>) {
  const root = await mkdtemp(join(tmpdir(), 'skylight-drift-'))
  try {
    const proto = 'src/chain/proto'
    await mkdir(join(root, proto), { recursive: true })
    await mkdir(join(root, 'scripts'))
    await cp(join(ROOT, 'scripts/proto.mjs'), join(root, 'scripts/proto.mjs'))
    for (const name of ['buf.yaml', 'buf.gen.yaml', 'cosmos/store']) {
      await cp(join(ROOT, proto, name), join(root, proto, name), { recursive: true })
    }
    await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    await run(process.execPath, ['scripts/proto.mjs'], { cwd: root })
    await spoil(root)
    return await checkDrift(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

describe('scripts/proto.mjs --check', () => {
  it(
    'finds the committed code to be what the .proto files give',
    async () => {
      expect(await checkDrift(ROOT)).toEqual({ code: 0, text: '' })
    },
    TIMEOUT_MS,
  )

  it(
    'names generated files that were edited, left over, or not yet written',
    async () => {
      const { code, text } = await withCopy(async (root) => {
        const proto = join(root, 'src/chain/proto')
        const kv = 'cosmos/store/internal/kv/v1beta1/kv'
        await appendFile(join(proto, `generated/${kv}.ts`), '// edited\n')
        await writeFile(join(proto, 'generated/left-over.ts'), '')
        await writeFile(
          join(proto, 'cosmos/store/internal/kv/v1beta1/more.proto'),
          'syntax = "proto3";\npackage cosmos.store.internal.kv.v1beta1;\nmessage More {}\n',
        )
      })
      expect(code).toBe(1)
      expect(text.trim().split('\n').slice(1)).toEqual([
        'cosmos/store/internal/kv/v1beta1/kv.ts',
        'cosmos/store/internal/kv/v1beta1/more.ts',
        'left-over.ts',
      ])
    },
    TIMEOUT_MS,
  )

  it('refuses other arguments', async () => {
    await expect(
      run(process.execPath, ['scripts/proto.mjs', '--chek'], { cwd: ROOT }),
    ).rejects.toMatchObject({ code: 2, stderr: 'Usage: node scripts/proto.mjs [--check]\n' })
  })
})
