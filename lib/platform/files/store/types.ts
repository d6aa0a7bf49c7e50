export type ByteSource = AsyncIterable<Uint8Array>;

/** Where the bytes of files are. Keys are random and made here, never from what a user typed. */
export type FileStore = {
	/** Stores what the source gives, whole or not at all: a source that fails leaves nothing behind. */
	put(key: string, source: ByteSource): Promise<void>;
	/** The bytes; null when there are none under the key. */
	open(key: string): Promise<ReadableStream<Uint8Array> | null>;
	/** Removes what is there; nothing happens where nothing is. */
	remove(key: string): Promise<void>;
};

/** Keys as `newStorageKey` makes them: nothing else becomes a path or an address. */
export const storageKeyPattern = /^[0-9a-f]{32}$/;
