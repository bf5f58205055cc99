import { startHouse } from '../../api/app/house.js'
import { readConfig } from '../../api/platform/config.js'
import { serve } from './serve.js'

/** Waybill as it is, with all rights; the queue's workers run elsewhere, so that their work is not counted here. */
const config = readConfig()
const databaseUrl = config.databaseUrl!
const running = await startHouse({ ...config, databaseUrl, migrationUrl: databaseUrl }, ['web'])
serve(running.address, () => running.stop())
