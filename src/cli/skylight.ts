import process from 'node:process'
import { runCommand } from './skylight/run-command.ts'

/**
 * A pipe takes what fits; exiting before the rest is written would cut the answer short. A reader that has seen enough
 * (`| head`) closes the pipe, which is no failure.
 */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') resolve()
      else reject(error)
    })
    process.stdout.write(text, (error) => {
      if (!error) resolve()
    })
  })
}

process.exitCode = await runCommand(process.argv.slice(2), {
  write,
  note: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
})
