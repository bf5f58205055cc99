import { PlayMoneyDocument } from '../../gen/operations.js'
import { useRead } from '../../wire/use-read.js'

/** Whether money is only played with: then the sandbox's tokens are offered. Undefined until that is known. */
export function usePlayMoney(): boolean | undefined {
  return useRead(PlayMoneyDocument, {}).data?.playMoney
}
