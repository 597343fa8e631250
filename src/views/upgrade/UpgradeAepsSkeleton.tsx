import { Skeleton } from '../../ui/state/Skeleton.tsx'

/** As high as an upgrade with one AEP and one SIG. */
export function UpgradeAepsSkeleton() {
  return (
    <div className="border-t border-rule pt-2 text-s">
      <Skeleton lines={5} label="its AEPs and SIGs" />
    </div>
  )
}
