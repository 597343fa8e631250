import { describeFault } from '../../demo-chain/faults/describe-fault.ts'
import { FAULT_EXAMPLES } from '../../demo-chain/faults/fault-examples.ts'
import { formatFault } from '../../demo-chain/faults/format-fault.ts'

/** One line for every fault: how it is written, and what it does. */
export function listFaults(): readonly string[] {
  const rows = FAULT_EXAMPLES.map((fault) => [formatFault(fault), describeFault(fault)] as const)
  const width = Math.max(...rows.map(([text]) => text.length))
  return rows.map(([text, sentence]) => `${text.padEnd(width)}  ${sentence}`)
}
