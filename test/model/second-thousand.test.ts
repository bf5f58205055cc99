import { playLives } from './lives.js'

playLives(1000)
