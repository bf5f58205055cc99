import type { Readable } from 'node:stream'
import { port } from '../../platform/port.js'

/** An HTTP request that whoever holds it may make until it ends: exactly this method, with exactly these headers. */
export interface SignedRequest {
  readonly url: string
  readonly method: 'PUT'
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}

export interface UploadTerms {
  readonly key: string
  /** Bytes; neither more nor fewer are taken. */
  readonly size: number
  readonly type: string
  readonly expiresAt: Date
}

export interface DownloadTerms {
  readonly key: string
  /** The name the file is saved under. */
  readonly name: string
  readonly type: string
  readonly disposition: 'attachment' | 'inline'
  readonly expiresAt: Date
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the bytes of files lie. A key is written once: bytes that were checked are the bytes that are served. What is
 * there is there whole; an upload that was cut leaves nothing to be seen.
 */
export interface Storage {
  signedUpload(terms: UploadTerms): Promise<SignedRequest>
  signedDownload(terms: DownloadTerms): Promise<string>
  /**
   * Puts bytes that were sent out of their sender's reach: an address to send to may still be good. Returns the key
   * under which they lie from now on and are looked at, scanned and served.
   * @throws where nothing lies under the key
   */
  seal(key: string): Promise<string>
  /** How many bytes lie under the key, or undefined where there are none yet. */
  head(key: string): Promise<{ readonly size: number } | undefined>
  openRead(key: string, range?: ByteRange): Promise<Readable>
  /** Removes the bytes and every copy of them but the one under `except`; nothing happens where there are none. */
  remove(key: string, except?: string): Promise<void>
  /** Whether it can be reached just now. */
  reachable(): Promise<boolean>
}

/** The house's storage: local disk, or whatever else keeps the contract. Bound by the app. */
export const storage = port<Storage>('storage')
