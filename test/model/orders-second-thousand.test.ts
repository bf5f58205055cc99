import { playOrders } from './order-lives.js'

playOrders('second')
