import { playAppointments } from './appointment-lives.js'

playAppointments('first')
