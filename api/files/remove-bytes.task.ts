import { job } from '../platform/jobs.js'
import { storage } from './storage/storage.js'

/** Removes the bytes of a file that was refused or is gone. */
export const removeBytesJob = job<{ key: string }>({
  name: 'remove-file-bytes',
  run: (_house, { key }) => storage.bound.remove(key),
})
