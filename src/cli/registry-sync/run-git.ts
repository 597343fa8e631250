import { spawn } from 'node:child_process'
import process from 'node:process'

/** git could not do what it was asked; the message is the last thing it said. */
export class GitError extends Error {
  override readonly name = 'GitError'
}

interface GitOptions {
  /** Written to its stdin. */
  readonly input?: string
  /** Folder above which no repository is looked for. */
  readonly ceiling?: string
}

const TIMEOUT_MS = 180_000
const MOST_BYTES = 512_000_000

/** Variables that would point git at the repository of whoever started us. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX']

/** What git prints. It asks nobody anything. @throws {GitError} */
export async function runGit(
  args: readonly string[],
  { input = '', ceiling }: GitOptions = {},
): Promise<Buffer> {
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  for (const name of FOREIGN) delete env[name]
  if (ceiling !== undefined) env.GIT_CEILING_DIRECTORIES = ceiling
  const child = spawn('git', ['-c', 'core.quotePath=false', ...args], { env, timeout: TIMEOUT_MS })
  const stdout: Buffer[] = []
  let bytes = 0
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_BYTES) child.kill()
    else stdout.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-4_000)
  })
  // A git that ends early closes its stdin; what it says then is the reason.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (cause) => reject(new GitError('git cannot be started', { cause })))
    child.on('close', resolve)
  })
  if (bytes > MOST_BYTES) throw new GitError('it is larger than any such repository')
  if (exitCode === null) throw new GitError('git did not answer in time')
  if (exitCode !== 0) throw new GitError(lastWords(stderr))
  return Buffer.concat(stdout)
}

function lastWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1)
  return said?.replace(/^(?:fatal|error): /, '') ?? 'git failed without a word'
}
