import process from 'node:process'
import { runCommand } from './skylight/run-command.ts'

/** A reader that has seen enough (`| head`) closes the pipe, which is no failure. */
let isClosed = false
// Whoever writes is told; without a listener the process would end before.
process.stdout.on('error', () => undefined)

/** A pipe takes what fits; exiting before the rest is written would cut the answer short. */
function write(text: string): Promise<void> {
  if (isClosed) return Promise.resolve()
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
      isClosed = error?.code === 'EPIPE'
      if (error == null || isClosed) resolve()
      else reject(error)
    })
  })
}

process.exitCode = await runCommand(process.argv.slice(2), {
  write,
  note: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  ...(process.stdout.isTTY === true ? { width: process.stdout.columns } : {}),
})
