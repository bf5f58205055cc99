import {
  type Gateway,
  gateway,
  type OnPaymentRequest,
  type PaymentRequest,
  type TransferRequest,
} from '../../../api/funds/gateway.js'
import { sendOperation } from '../../../api/funds/operation-jobs.js'
import { openFundsHouse } from './funds-house.js'

// A worker that is killed at a named point while it sends one operation: `send-and-die.js <database> <operation> <point>`.
const [url = '', operationId = '', point] = process.argv.slice(2)
const { house, sandbox } = await openFundsHouse(url)

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise<never>(() => undefined)
}
const killedAround = <R>(call: (request: R, signal: AbortSignal) => ReturnType<Gateway['ask']>) => {
  return async (request: R, signal: AbortSignal) => {
    if (point === 'before-the-call') await die()
    const outcome = await call(request, signal)
    if (point === 'after-the-effect') await die()
    return outcome
  }
}
gateway.bind({
  ...sandbox,
  charge: killedAround((request: PaymentRequest, signal) => sandbox.charge(request, signal)),
  authorise: killedAround((request: PaymentRequest, signal) => sandbox.authorise(request, signal)),
  capture: killedAround((request: OnPaymentRequest, signal) => sandbox.capture(request, signal)),
  void: killedAround((request: OnPaymentRequest, signal) => sandbox.void(request, signal)),
  refund: killedAround((request: OnPaymentRequest, signal) => sandbox.refund(request, signal)),
  transfer: killedAround((request: TransferRequest, signal) => sandbox.transfer(request, signal)),
})
await sendOperation.run(house, { operationId }, { jobId: '', number: 0, last: false })
await die()
