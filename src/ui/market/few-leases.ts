/** Fewer leases than this say little of a price. */
export const FEW_LEASES = 10
