import { Link } from '@tanstack/react-router'
import { shortenAddress } from '../../domain/format-shortened.ts'
import type { NamedValidator } from '../../queries/account-validators.ts'

export interface ValidatorLinkProps {
  readonly operatorAddress: string
  /** Bonded ones; undefined until read. */
  readonly validators: readonly NamedValidator[] | undefined
}

/** A validator's name, leading to its page; one that is not bonded stands by its address. */
export function ValidatorLink({ operatorAddress, validators }: ValidatorLinkProps) {
  const named = validators?.find((one) => one.operatorAddress === operatorAddress)
  return (
    <>
      <Link to="/accounts/$address" params={{ address: operatorAddress }} search={{}}>
        <bdi dir="ltr" className="chain-text font-medium">
          {named?.label ?? shortenAddress(operatorAddress)}
        </bdi>
      </Link>
      {validators !== undefined && named === undefined && (
        <span className="text-ink-3"> (not bonded)</span>
      )}
    </>
  )
}
