import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

/**
 * Holds the lint configuration to the table of rooms: every arrow is written into a file of its own, all of them are
 * linted at once with our configuration, and each must be flagged exactly when the table forbids it.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const ROOMS = [
  'rpc',
  'domain',
  'data',
  'chain',
  'demo-chain',
  'archive',
  'queries',
  'ui',
  'views',
  'app',
  'cli',
] as const
type Room = (typeof ROOMS)[number]

const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  rpc: [],
  domain: [],
  data: ['domain'],
  chain: ['rpc', 'domain', 'data'],
  'demo-chain': ['domain', 'data'],
  archive: ['domain'],
  queries: ['chain', 'archive', 'data', 'domain'],
  ui: ['domain'],
  views: ['queries', 'ui', 'domain'],
  app: ROOMS,
  cli: ROOMS,
}
/** Rooms that know no screen. */
const WITHOUT_REACT: readonly Room[] = ['rpc', 'domain', 'data', 'chain', 'demo-chain', 'archive']

/** A file, what stands in it, and whether the lint rules must object. */
interface Case {
  readonly file: string
  readonly code: string
  readonly isForbidden: boolean
}

const cases: Case[] = []
const names = new Map<string, number>()

/** Notes a case in a file of its own and returns where it stands. */
function note(folder: string, code: string, isForbidden: boolean, extension = 'ts'): Case {
  const number = (names.get(folder) ?? 0) + 1
  names.set(folder, number)
  const noted = { file: `${folder}/case-${number}.${extension}`, code: `${code}\n`, isForbidden }
  cases.push(noted)
  return noted
}

const bind = (module: string) => `import { thing } from '${module}'\nexport const used = [thing]`
const FORMS: readonly ((module: string) => string)[] = [
  bind,
  (module) => `import type { Thing } from '${module}'\nexport const used: Thing[] = []`,
  (module) => `export { thing } from '${module}'`,
  (module) => `import '${module}'`,
  (module) => `export const load = () => import('${module}')`,
]

interface Row {
  readonly title: string
  /** The rules of which one must object, or none may. */
  readonly rules: RegExp
  readonly cases: readonly Case[]
}

/** Where files of a room stand; the screens have a folder each. */
const homeOf = (room: Room) => (room === 'views' ? 'src/views/proposal' : `src/${room}`)

const arrows: Row[] = ROOMS.flatMap((from) =>
  ROOMS.filter((to) => to !== from).map((to) => {
    const isForbidden = !MAY_IMPORT[from].includes(to)
    const home = homeOf(from)
    const up = '../'.repeat(home.split('/').length - 1)
    return {
      title: `${from} → ${to}`,
      rules: /noRestrictedImports/,
      cases: [
        ...FORMS.map((write) => note(home, write(`${up}${to}/thing.ts`), isForbidden)),
        note(home, bind(`${up}${to}/deeper/Thing.tsx`), isForbidden, 'tsx'),
        note(`${home}/inner`, bind(`../${up}${to}/thing.ts`), isForbidden),
      ],
    }
  }),
)

const packages: Row[] = [
  ...ROOMS.flatMap((from) =>
    ['react', 'react/jsx-runtime', 'react-dom/client', '@tanstack/react-query'].map((module) => {
      const isForbidden =
        WITHOUT_REACT.includes(from) ||
        (from === 'queries' && module.startsWith('react-dom')) ||
        (from === 'ui' && module === '@tanstack/react-query')
      return {
        title: `${from} → ${module}`,
        rules: /noRestrictedImports/,
        cases: [note(homeOf(from), bind(module), isForbidden)],
      }
    }),
  ),
  {
    title: 'every room → an oracle, because npm start installs no devDependencies',
    rules: /noUndeclaredDependencies/,
    cases: ROOMS.map((from) => note(homeOf(from), bind('@cosmjs/tendermint-rpc'), true)),
  },
  {
    title: 'a unit test → an oracle',
    rules: /noUndeclaredDependencies/,
    cases: ROOMS.map((from) =>
      note(homeOf(from), bind('@cosmjs/tendermint-rpc'), false, 'test.ts'),
    ),
  },
  {
    title: 'what runs in a browser → node:fs',
    rules: /noNodejsModules/,
    cases: ROOMS.filter((from) => from !== 'cli').map((from) =>
      note(homeOf(from), bind('node:fs'), true),
    ),
  },
  {
    title: 'the command line → node:fs',
    rules: /noNodejsModules/,
    cases: [note('src/cli', bind('node:fs'), false)],
  },
]

const DOMAIN_CODE: readonly (readonly [code: string, isForbidden: boolean])[] = [
  ['export const now = Date.now()', true],
  ['export const clock = Date.now', true],
  ['export const { now } = Date', true],
  ['export const now = new Date()', true],
  ['export const now = new Date', true],
  ['export const text = Date()', true],
  ['export const chance = Math.random()', true],
  ["export const answer = fetch('https://a.example')", true],
  ['export const root = document.body', true],
  ['export const width = window.innerWidth', true],
  ['export const stored = localStorage.length', true],
  ["export const base = indexedDB.open('a')", true],
  ['export const ms = performance.now()', true],
  ['export const id = crypto.randomUUID()', true],
  ['export const agent = navigator.userAgent', true],
  ['export const everything = globalThis', true],
  ['export const path = location.pathname', true],
  ['setTimeout(() => undefined, 1)', true],
  ["export type Far = import('../chain/gov.ts').Far", true],
  ['export const later = (at: Date): Date => new Date(at.getTime() + 1)', false],
  ["export const parsed = Date.parse('2026-11-21T03:05:26Z')", false],
  ['export const most = Math.max(1, 2)', false],
  ["export const format = new Intl.NumberFormat('en')", false],
]

const IMPURE = /noRestrictedGlobals|noJsRestrictedProperties|plugin/
const habit = (
  title: string,
  rules: RegExp,
  folders: readonly string[],
  code: string,
  isForbidden: boolean,
): Row => ({ title, rules, cases: folders.map((folder) => note(folder, code, isForbidden)) })

const habits: Row[] = [
  ...DOMAIN_CODE.map(([code, isForbidden]) =>
    habit(`in domain: ${code}`, IMPURE, ['src/domain'], code, isForbidden),
  ),
  ...(
    [
      [
        'demo-chain → the wire types of chain/proto, which it speaks',
        'src/demo-chain',
        '../chain/proto/generated/gov.ts',
        false,
      ],
      ['demo-chain → what stands beside them', 'src/demo-chain', '../chain/gov.ts', true],
      ['a view → another view', 'src/views/proposal', '../proposals/rows.ts', true],
      [
        'a part of a view → another view',
        'src/views/proposal/inner',
        '../../proposals/rows.ts',
        true,
      ],
      [
        'a part of a view → another part of it',
        'src/views/proposal/inner',
        '../tally/rows.ts',
        false,
      ],
      ['a view → a part of it', 'src/views/proposal', './inner/rows.ts', false],
    ] as const
  ).map(([title, folder, module, isForbidden]) =>
    habit(title, /noRestrictedImports/, [folder], bind(module), isForbidden),
  ),
  habit(
    'asking the network oneself',
    /noRestrictedGlobals/,
    ['chain', 'archive', 'data', 'queries', 'ui', 'views'].map((room) => `src/${room}`),
    "export const answer = fetch('https://a.example')",
    true,
  ),
  habit(
    'rpc asking the network, its job',
    IMPURE,
    ['src/rpc'],
    "export const answer = fetch('https://a.example')",
    false,
  ),
  habit(
    'keeping data oneself',
    /noRestrictedGlobals/,
    ['rpc', 'chain', 'data', 'queries', 'ui', 'views'].map((room) => `src/${room}`),
    "export const kept = indexedDB.open('kept')",
    true,
  ),
  habit(
    'archive keeping data, its job',
    IMPURE,
    ['src/archive'],
    "export const kept = indexedDB.open('kept')",
    false,
  ),
  habit(
    'a type imported where no import rule looks',
    /plugin/,
    ['src/ui', 'src/rpc'],
    "export type Far = import('../chain/gov.ts').Far",
    true,
  ),
  habit('the console in the app', /noConsole/, ['src/app', 'src/ui'], "console.log('x')", true),
  habit('the console on the command line', /noConsole/, ['src/cli'], "console.log('x')", false),
  habit('a default export', /noDefaultExport/, ['src/app'], 'export default 1', true),
  habit('a barrel', /noBarrelFile/, ['src/ui'], "export * from './thing.ts'", true),
  habit(
    'an import without extension',
    /useImportExtensions/,
    ['src/app'],
    "import './case-1'",
    true,
  ),
]

const ReportSchema = z.object({
  summary: z.object({ changed: z.number(), unchanged: z.number(), errors: z.number() }),
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string() }) }),
  ),
})

let folder: string
let flagged: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'skylight-lint-'))
  await Promise.all(
    ['.biome.json', 'package.json', 'scripts/no-clock.grit', 'scripts/no-import-types.grit'].map(
      (name) => cp(path.join(ROOT, name), path.join(folder, name)),
    ),
  )
  for (const { file, code } of cases) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), code)
  }
  const report = ReportSchema.parse(JSON.parse(await lint(folder)))
  const byFile = new Map<string, string[]>()
  for (const { category, location } of report.diagnostics) {
    const file = location.path.split(path.sep).join('/').replace(/^\.\//, '')
    byFile.set(file, [...(byFile.get(file) ?? []), category])
  }
  flagged = byFile
}, 30_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Biome's report on a folder; it exits with 1 when it objects to anything, which is what it is here for. */
function lint(cwd: string): Promise<string> {
  const biome = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const args = [
    biome,
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '--error-on-warnings',
    '.',
  ]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      if (stdout.trimStart().startsWith('{')) resolve(stdout)
      else reject(new Error(`biome gave no report: ${stderr}`, { cause: error }))
    })
  })
}

/** Cases of a row that the rules judge otherwise than the table. */
function misjudged({ rules, cases }: Row): readonly string[] {
  return cases
    .filter(({ file, isForbidden }) => {
      const isFlagged = (flagged.get(file) ?? []).some((category) => rules.test(category))
      return isFlagged !== isForbidden
    })
    .map(({ file, code }) => `${file}: ${code}`)
}

describe.each([
  { about: 'an arrow between rooms', rows: arrows },
  { about: 'an arrow to a package', rows: packages },
  { about: 'a habit of a room', rows: habits },
])('$about', ({ rows }) => {
  const isForbidden = (row: Row) => row.cases.some((entry) => entry.isForbidden)

  it.each(rows.filter(isForbidden))('is refused: $title', (row) => {
    expect(misjudged(row)).toEqual([])
  })

  it.each(rows.filter((row) => !isForbidden(row)))('is allowed: $title', (row) => {
    expect(misjudged(row)).toEqual([])
  })
})
