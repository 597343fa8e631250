import { createApplication } from '../living-application.ts'
import type { QueryAnswer } from '../query-answer.ts'
import type { FakeState } from './fake-chain.ts'
import { createFakeLedger } from './fake-chain.ts'

/** Asks a chain of one state, whose newest height is 200. */
export function createAsk(
  state: Partial<FakeState>,
): (path: string, data?: Uint8Array, askedHeight?: bigint) => QueryAnswer {
  const application = createApplication(createFakeLedger(state))
  const limits = { latestState: 200n, earliestState: 150n, initialHeight: 100n }
  return (path, data = new Uint8Array(), askedHeight = 0n) =>
    application.answer({ path, data, prove: false, askedHeight }, limits)
}

/** The refusal as one line: `codespace code: log`. */
export function refusalText({ codespace, code, log }: QueryAnswer): string {
  return `${codespace} ${code}: ${log}`
}
