import { playAppointments } from './appointment-lives.js'

playAppointments('second')
