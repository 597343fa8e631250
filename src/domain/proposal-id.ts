/** An id as x/gov numbers proposals, from untrusted text; undefined when it is none. */
export function parseProposalIdText(text: string): bigint | undefined {
  return /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : undefined
}
