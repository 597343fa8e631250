import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { RecordedAnswer, RecordedSocket, Scene } from './scene.ts'
import {
  parseDeadEndpoints,
  parseRecordedAnswer,
  parseRecordedSocket,
  SceneError,
} from './scene.ts'

const PROCESSES_FILE = '000-processes.json'

/**
 * Reads a scene from its folder; files may be gzipped one by one (`.json.gz`, `.jsonl.gz`).
 * @throws {SceneError} when there is no such folder, or no recording in it
 */
export async function loadScene(folder: string): Promise<Scene> {
  const names = await listFolder(folder)
  if (names === undefined) throw new SceneError(`there is no folder ${folder}`)
  const answers: RecordedAnswer[] = []
  let deadEndpoints: string[] = []
  for (const name of names) {
    const file = plainName(name)
    if (!/^\d+-.*\.json$/.test(file)) continue
    const text = await readText(join(folder, name))
    if (file === PROCESSES_FILE) deadEndpoints = parseDeadEndpoints(file, text)
    else answers.push(parseRecordedAnswer(file, text))
  }
  if (answers.length === 0) throw new SceneError(`there are no recordings in ${folder}`)
  const sockets = await loadSockets(join(folder, 'ws'))
  return { name: basename(folder), answers, sockets, deadEndpoints }
}

async function loadSockets(folder: string): Promise<RecordedSocket[]> {
  const sockets: RecordedSocket[] = []
  for (const name of (await listFolder(folder)) ?? []) {
    const file = plainName(name)
    if (!file.endsWith('.jsonl')) continue
    sockets.push(parseRecordedSocket(file, await readText(join(folder, name))))
  }
  return sockets
}

/** Names in the order they were recorded in; undefined when the folder cannot be read. */
async function listFolder(folder: string): Promise<string[] | undefined> {
  try {
    const names = await readdir(folder)
    return names.sort((a, b) => sequence(a) - sequence(b) || (a < b ? -1 : 1))
  } catch {
    return undefined
  }
}

function sequence(name: string): number {
  return Number.parseInt(name, 10) || 0
}

function plainName(name: string): string {
  return name.endsWith('.gz') ? name.slice(0, -'.gz'.length) : name
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
