import { useEffect, useState } from 'react'
import { useChain } from './chain.ts'

/** false until the page has drawn what it was opened for and has time for more. */
export function useIdle(): boolean {
  const { whenIdle } = useChain()
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => {
    let isThere = true
    void whenIdle().then(() => {
      if (isThere) setIsIdle(true)
    })
    return () => {
      isThere = false
    }
  }, [whenIdle])
  return isIdle
}
