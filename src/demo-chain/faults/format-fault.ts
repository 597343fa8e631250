import type { Fault } from './fault.ts'

/** The fault as `parseFault` reads it. */
export function formatFault(fault: Fault): string {
  const argument = argumentOf(fault)
  return argument === undefined ? fault.kind : `${fault.kind}:${argument}`
}

function argumentOf(fault: Fault): number | bigint | string | undefined {
  if ('ms' in fault) return fault.ms
  if ('blocks' in fault) return fault.blocks
  if ('requests' in fault) return fault.requests
  if ('height' in fault) return fault.height
  return 'retryAfterS' in fault ? fault.retryAfterS : undefined
}
