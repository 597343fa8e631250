/** `Ada, Bob and 3 more`: as many names as a narrow cell holds; undefined where none is recorded. */
export function formatLeads(leads: readonly string[], limit: number): string | undefined {
  if (leads.length === 0) return undefined
  // "and 1 more" is as long as the name it stands for.
  if (leads.length <= limit + 1) return leads.join(', ')
  return `${leads.slice(0, limit).join(', ')} and ${leads.length - limit} more`
}
