import { playCampaigns } from './campaign-lives.js'

playCampaigns('first')
