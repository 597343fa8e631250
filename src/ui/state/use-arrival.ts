import { useEffect, useState } from 'react'

/** In milliseconds. */
const PATIENCE = 2_000

/**
 * Whether what stands below may be shown: once what stands above it is here, or after a while of waiting. Shown
 * earlier, it would jump when that arrives, for nobody knows how high it will be.
 */
export function useArrival(isHere: boolean, patienceMs = PATIENCE): boolean {
  const [isPatient, setIsPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), patienceMs)
    return () => clearTimeout(timer)
  }, [patienceMs])
  return isHere || !isPatient
}
