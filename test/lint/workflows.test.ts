import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'

const FOLDER = fileURLToPath(new URL('../../.github/workflows', import.meta.url))

const StepSchema = z.object({
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z.optional(z.record(z.string(), z.unknown())),
})

const WorkflowSchema = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ steps: z.array(StepSchema) })),
})

let workflows: ReadonlyMap<
  string,
  { readonly text: string; readonly parsed: z.infer<typeof WorkflowSchema> }
>

beforeAll(async () => {
  const names = await readdir(FOLDER)
  const read = names.map(async (name) => {
    const text = await readFile(path.join(FOLDER, name), 'utf8')
    return [name, { text, parsed: z.parse(WorkflowSchema, parse(text)) }] as const
  })
  workflows = new Map(await Promise.all(read))
})

function steps() {
  return [...workflows.values()].flatMap(({ parsed }) =>
    Object.values(parsed.jobs).flatMap((job) => job.steps),
  )
}

describe('workflows', () => {
  it('run the sync of the registry every week', () => {
    const sync = workflows.get('registry-sync.yml')
    expect(sync?.parsed.on).toHaveProperty('schedule')
    expect(steps().some(({ run }) => run?.includes('npm run --silent registry:sync -- '))).toBe(
      true,
    )
  })

  it('describe the change also where the report is cut in the middle of a character', async () => {
    const script = steps().find(({ run }) => run?.includes('gh pr create'))?.run ?? ''
    const [describing = ''] = /^[\s\S]*?body\.md"/.exec(script) ?? []
    const folder = await mkdtemp(path.join(tmpdir(), 'skylight-workflow-'))
    await writeFile(path.join(folder, 'report.txt'), `${'a'.repeat(59_999)}→${'b'.repeat(100)}`)
    const env = { ...process.env, RUNNER_TEMP: folder }
    await promisify(execFile)('bash', ['-e', '-c', describing], { env })
    const body = await readFile(path.join(folder, 'body.md'), 'utf8')
    await rm(folder, { recursive: true })
    expect(body).toMatch(/^What `npm run registry:sync` found:\n\n~~~~text\na{59999}\n~~~~\n$/)
  })

  it('may only read, unless a job says otherwise', () => {
    for (const { parsed } of workflows.values()) {
      expect(parsed.permissions).toEqual({ contents: 'read' })
    }
  })

  it('use actions of one commit each, because a tag can be moved', () => {
    const used = steps().flatMap(({ uses }) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((action) => !/^[\w./-]+@[0-9a-f]{40}$/.test(action))).toEqual([])
  })

  it('leave no credentials where later steps find them', () => {
    const checkouts = steps().filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.length).toBeGreaterThan(0)
    for (const checkout of checkouts) {
      expect(checkout.with).toMatchObject({ 'persist-credentials': false })
    }
  })

  it('know no secret but their own token, and put nothing into a script that others wrote', () => {
    for (const { text } of workflows.values()) expect(text).not.toContain('secrets.')
    const scripts = steps().flatMap(({ run }) => run ?? [])
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })
})
