import { job } from '../platform/jobs.js'
import { storage } from './storage/storage.js'

/** Removes the bytes of a file that was refused or is gone, or what lies of an upload beside the copy that is kept. */
export const removeBytesJob = job<{ key: string; except?: string }>({
  name: 'remove-file-bytes',
  run: (_house, { key, except }) => storage.bound.remove(key, except),
})
