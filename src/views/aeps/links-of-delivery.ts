import type { AepLink, Delivery } from '../../domain/link/link.ts'

/** The links that make a delivery what it is, in the order in which they came to be. */
export function linksOfDelivery(delivery: Delivery): readonly AepLink[] {
  switch (delivery.kind) {
    case 'nothing-found':
      return []
    case 'mentioned':
    case 'funding-passed':
    case 'delivered-by-messages':
      return delivery.by
    case 'in-vote':
    case 'scheduled':
    case 'delivered-at-genesis':
    case 'rejected':
      return [delivery.by]
    case 'delivered':
      return [delivery.first, ...delivery.later]
    case 'removed':
      return delivery.delivered === undefined ? [delivery.by] : [delivery.delivered, delivery.by]
  }
}
