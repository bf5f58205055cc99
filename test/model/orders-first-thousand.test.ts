import { playOrders } from './order-lives.js'

playOrders(1000)
