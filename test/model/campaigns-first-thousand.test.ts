import { playCampaigns } from './campaign-lives.js'

playCampaigns(1000)
