import { HostileText } from '../text/HostileText.tsx'

/** A plan's name, which its proposer chose. */
export function PlanName({ name, limit = 60 }: { readonly name: string; readonly limit?: number }) {
  return <HostileText text={name} limit={limit} isCutSilently absence="(no name)" />
}
