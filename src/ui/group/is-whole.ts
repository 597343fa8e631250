/** Whether nothing is missing of what links were made from: an absence is then one, and not a thing unread. */
export function isWhole(
  basis: { readonly kind: 'chain'; readonly isWhole: boolean } | { readonly kind: 'record' },
): boolean {
  return basis.kind === 'record' || basis.isWhole
}
