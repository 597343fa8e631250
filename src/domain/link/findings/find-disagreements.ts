import type { Day } from '../../registry/aep.ts'
import type { Finding, FindingKind } from '../finding.ts'
import type { LinkGround, LinkTable } from '../link.ts'
import { findCompletedFarFromDelivery } from './completed-far-from-delivery.ts'
import { findCompletedFarFromFunding } from './completed-far-from-funding.ts'
import { findDeliveredBeforeCreated } from './delivered-before-created.ts'
import { type FindingRule, openDocket } from './docket.ts'
import { findDraftsWithCompletedDate } from './draft-with-completed-date.ts'
import { findOverdueEstimates } from './estimate-overdue.ts'
import { findFinalBeforeShipping } from './final-before-shipping.ts'
import { findRequirementCycles } from './requires-cycle.ts'
import { findUnfinishedRequirements } from './requires-unfinished.ts'
import { findFundingResolutions } from './resolution-is-funding.ts'
import { findSharedResolutions } from './resolution-shared.ts'
import { findShippedWhileDraft, findShippedWhileLastCall } from './shipped-unfinished.ts'
import { findUnusualStatuses } from './status-spelling.ts'
import { findUnretiredSuperseded } from './superseded-not-retired.ts'
import { findOneSidedSupersessions } from './superseded-one-sided.ts'

const RULES: Readonly<Record<FindingKind, FindingRule>> = {
  'shipped-while-draft': findShippedWhileDraft,
  'shipped-while-last-call': findShippedWhileLastCall,
  'final-before-shipping': findFinalBeforeShipping,
  'delivered-before-created': findDeliveredBeforeCreated,
  'resolution-shared': findSharedResolutions,
  'resolution-is-funding': findFundingResolutions,
  'completed-far-from-delivery': findCompletedFarFromDelivery,
  'completed-far-from-funding': findCompletedFarFromFunding,
  'draft-with-completed-date': findDraftsWithCompletedDate,
  'estimate-overdue': findOverdueEstimates,
  'requires-unfinished': findUnfinishedRequirements,
  'requires-cycle': findRequirementCycles,
  'superseded-one-sided': findOneSidedSupersessions,
  'superseded-not-retired': findUnretiredSuperseded,
  'status-spelling': findUnusualStatuses,
}

/**
 * Where the documents of the registry disagree with the chain of the table, or among themselves: by AEP, then in the
 * order of the kinds; at most one for each AEP and kind. What rests on a link or a day that is not known on this chain
 * is left out.
 * @param today UTC; only overdue estimates depend on it
 */
export function findDisagreements(
  ground: LinkGround,
  table: LinkTable,
  today: Day,
): readonly Finding[] {
  const docket = openDocket(ground, table, today)
  return Object.values(RULES)
    .flatMap((rule) => rule(docket))
    .sort((a, b) => a.aep - b.aep)
}
