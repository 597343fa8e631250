#!/usr/bin/env node
/**
 * Generates `src/chain/proto/generated` from the .proto files beside it, offline:
 *
 *     node scripts/proto.mjs            writes it anew
 *     node scripts/proto.mjs --check    exits 1 and names the files that differ from what would be written
 *
 * ts-proto writes encoders and decoders; `wire-schema.ts` lists the fields of every message that travels in an `Any`,
 * because rows for people need the official field names, and bytes no decoder knows must not vanish.
 */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PROTO = join(ROOT, 'src/chain/proto')
const GENERATED = join(PROTO, 'generated')
const BIN = join(ROOT, 'node_modules/.bin')

/** Messages that travel in an `Any`: transaction and proposal messages, legacy contents, grants, keys. */
const CARRIED = [
  /\.Msg(?!.*Response$|Data$)[A-Z]\w*$/,
  /\w(Authorization|Allowance|ContractParams)$/,
  /^cosmos\.crypto\..*Key$/,
  /^(?!cosmos\.gov\.v1\.)[\w.]*Proposal$/,
]

/** A type missing here makes the generation fail: the reader of rows would not know it. */
const SCALARS = {
  TYPE_DOUBLE: 'double',
  TYPE_INT32: 'int32',
  TYPE_INT64: 'int64',
  TYPE_UINT32: 'uint32',
  TYPE_UINT64: 'uint64',
  TYPE_BOOL: 'bool',
  TYPE_STRING: 'string',
  TYPE_BYTES: 'bytes',
}

const [flag, ...rest] = process.argv.slice(2)
if ((flag !== undefined && flag !== '--check') || rest.length > 0) {
  process.stderr.write('Usage: node scripts/proto.mjs [--check]\n')
  process.exit(2)
}

const scratch = await mkdtemp(join(tmpdir(), 'skylight-proto-'))
try {
  await generate(scratch)
  if (flag === '--check') await check(join(scratch, 'generated'))
  else await replace(join(scratch, 'generated'))
} finally {
  await rm(scratch, { recursive: true, force: true })
}

async function generate(folder) {
  await buf(['generate', PROTO, '--template', join(PROTO, 'buf.gen.yaml'), '-o', folder])
  const image = JSON.parse(await buf(['build', PROTO, '-o', '-#format=json']))
  await writeFile(join(folder, 'generated/wire-schema.ts'), writeSchema(image.file))
}

async function buf(args) {
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` }
  const options = { cwd: ROOT, env, maxBuffer: 1 << 28 }
  const { stdout } = await run(join(BIN, 'buf'), args, options)
  return stdout
}

async function replace(fresh) {
  await rm(GENERATED, { recursive: true, force: true })
  await cp(fresh, GENERATED, { recursive: true })
}

async function check(fresh) {
  const [wanted, found] = await Promise.all([readTree(fresh), readTree(GENERATED)])
  const names = [...new Set([...wanted.keys(), ...found.keys()])].sort()
  const drifted = names.filter((name) => wanted.get(name) !== found.get(name))
  if (drifted.length === 0) return
  process.stderr.write(
    `Generated code differs from its .proto files; run \`npm run proto\`:\n${drifted.join('\n')}\n`,
  )
  process.exitCode = 1
}

/** Every file below a folder: its path relative to the folder, and its text. */
async function readTree(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath ?? entry.path, entry.name)
        return [path.slice(folder.length + 1), await readFile(path, 'utf8')]
      }),
    ),
  )
}

/** The text of `wire-schema.ts`: the carried messages, and all they are made of. */
function writeSchema(files) {
  const { messages, enums } = collectTypes(files)
  const listed = new Set()
  const list = (name) => {
    if (listed.has(name)) return
    listed.add(name)
    for (const field of messages.get(name)?.field ?? []) {
      if (field.typeName !== undefined) list(field.typeName.slice(1))
    }
  }
  for (const name of messages.keys()) if (CARRIED.some((pattern) => pattern.test(name))) list(name)
  const names = [...listed].sort()
  const lines = [
    '// Written by scripts/proto.mjs from the .proto files. DO NOT EDIT.',
    '',
    '/** Number, official name and type of a field; 1 at the end when it is repeated. */',
    'export type WireField = readonly [number: number, name: string, type: string, isRepeated?: 1]',
    '',
    'export const MESSAGE_FIELDS: Readonly<Record<string, readonly WireField[]>> = {',
    ...names
      .filter((name) => messages.has(name))
      .map((name) => messageLine(name, messages.get(name))),
    '}',
    '',
    'export const ENUM_NAMES: Readonly<Record<string, Readonly<Record<number, string>>>> = {',
    ...names.filter((name) => enums.has(name)).map((name) => enumLine(name, enums.get(name))),
    '}',
    '',
  ]
  return lines.join('\n')
}

function collectTypes(files) {
  const messages = new Map()
  const enums = new Map()
  const visit = (scope, { messageType = [], nestedType = [], enumType = [] }) => {
    for (const entry of enumType) enums.set(`${scope}.${entry.name}`, entry)
    for (const entry of [...messageType, ...nestedType]) {
      messages.set(`${scope}.${entry.name}`, entry)
      visit(`${scope}.${entry.name}`, entry)
    }
  }
  for (const file of files) visit(file.package, file)
  return { messages, enums }
}

function messageLine(name, { field = [] }) {
  const fields = field.map((entry) => {
    const type = entry.typeName?.slice(1) ?? SCALARS[entry.type]
    if (type === undefined)
      throw new Error(`${name}.${entry.name} has a type no reader knows: ${entry.type}`)
    const repeated = entry.label === 'LABEL_REPEATED' ? ', 1' : ''
    return `[${entry.number}, '${entry.name}', '${type}'${repeated}]`
  })
  return `  '${name}': [${fields.join(', ')}],`
}

function enumLine(name, { value }) {
  const names = value.map((entry) => `${entry.number ?? 0}: '${entry.name}'`)
  return `  '${name}': { ${names.join(', ')} },`
}
