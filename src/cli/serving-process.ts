import process from 'node:process'

/** What a command that serves until it is interrupted needs of the process it runs in. */
export interface ServingProcess {
  /** One line for stdout. */
  say(line: string): void
  /** One line for stderr. */
  complain(line: string): void
  /** Called when everything is served; the command ends when this does. */
  untilInterrupted(): Promise<void>
}

/** The process itself, interrupted by Ctrl-C or whoever else stops it. */
export const THIS_PROCESS: ServingProcess = {
  say: (line) => {
    process.stdout.write(`${line}\n`)
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`)
  },
  untilInterrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    }),
}

/** Exit code of a command line that cannot be followed. */
export const USAGE_EXIT = 2
