import { maxFileBytes } from "@/lib/platform/files/constants";
import { mediaTypeOf } from "@/lib/platform/files/rules/file-name";
import type { EvidenceFile, FileSubject } from "@/lib/platform/files/types";
import { type Sending, type Sent, sendFile } from "./send-file";

/** A file on its way, or one that did not arrive and may be sent again. */
export type Upload = {
	readonly key: number;
	readonly slot: string;
	readonly file: File;
	/** The stored file this one takes the place of. */
	readonly replaces: EvidenceFile | null;
	readonly status: "waiting" | "sending" | "failed";
	/** 0–1. */
	readonly share: number;
	/** Why it failed. */
	readonly code: string | null;
};

export type UploadNews = {
	name: string;
	kind: "added" | "replaced" | "known" | "failed";
	code: string | null;
};

export type KeeperState = {
	readonly uploads: readonly Upload[];
	/** Stored since the page was drawn. */
	readonly added: readonly EvidenceFile[];
	/** Removed or replaced since the page was drawn. */
	readonly removed: ReadonlySet<string>;
	/** The latest outcome, to be read aloud. */
	readonly news: UploadNews | null;
};

export type Send = typeof sendFile;

/** How many are sent at a time: more would only slow each other down. */
const lanes = 2;

/**
 * The uploads of one subject, whichever of its slots are on the screen: they go on while the reader looks at another
 * step, and a file that failed stays at hand until it is sent again or given up.
 */
export class UploadKeeper {
	#state: KeeperState = { uploads: [], added: [], removed: new Set(), news: null };
	#listeners = new Set<() => void>();
	#sendings = new Map<number, Sending>();
	#nextKey = 1;

	readonly #subject: FileSubject;
	readonly #send: Send;

	constructor(subject: FileSubject, send: Send = sendFile) {
		this.#subject = subject;
		this.#send = send;
	}

	read = (): KeeperState => this.#state;

	subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	add(slot: string, files: readonly File[], replaces: EvidenceFile | null = null): void {
		const uploads = files.map((file): Upload => {
			const code = faultOf(file);
			const status = code ? "failed" : "waiting";
			return { key: this.#nextKey++, slot, file, replaces, status, share: 0, code };
		});
		const refused = uploads.find((upload) => upload.code);
		this.#set({
			uploads: [...this.#state.uploads, ...uploads],
			...(refused && { news: { name: refused.file.name, kind: "failed", code: refused.code } }),
		});
		this.#fillLanes();
	}

	retry(key: number): void {
		this.#change(key, { status: "waiting", share: 0, code: null });
		this.#fillLanes();
	}

	/** Gives an upload up, on its way or failed. */
	drop(key: number): void {
		this.#set({ uploads: this.#state.uploads.filter((upload) => upload.key !== key) });
		this.#sendings.get(key)?.cancel();
	}

	noteRemoved(id: string): void {
		this.#set({ removed: new Set([...this.#state.removed, id]) });
	}

	#fillLanes(): void {
		const busy = this.#state.uploads.filter((upload) => upload.status === "sending").length;
		const waiting = this.#state.uploads.filter((upload) => upload.status === "waiting");
		for (const upload of waiting.slice(0, Math.max(lanes - busy, 0))) void this.#run(upload);
	}

	async #run({ key, slot, file, replaces }: Upload): Promise<void> {
		this.#change(key, { status: "sending" });
		const parcel = { ...this.#subject, slot, file, replaces: replaces?.id };
		const sending = this.#send(parcel, (share) => this.#change(key, { share }));
		this.#sendings.set(key, sending);
		const sent = await sending.done;
		this.#sendings.delete(key);
		this.#settle(key, sent);
		this.#fillLanes();
	}

	#settle(key: number, sent: Sent): void {
		const upload = this.#state.uploads.find((one) => one.key === key);
		if (!upload) {
			// Cancelled too late: it was stored all the same, so it is shown.
			if (sent.ok) this.#set({ added: [...this.#state.added, sent.file] });
			return;
		}
		const { name } = upload.file;
		if (!sent.ok) {
			this.#change(key, { status: "failed", code: sent.reason });
			this.#set({ news: { name, kind: "failed", code: sent.reason } });
			return;
		}
		const isReplacement = upload.replaces !== null && !sent.wasKnown;
		this.#set({
			uploads: this.#state.uploads.filter((one) => one.key !== key),
			added: [...this.#state.added.filter((file) => file.id !== sent.file.id), sent.file],
			...(isReplacement && { removed: new Set([...this.#state.removed, upload.replaces?.id ?? ""]) }),
			news: { name, kind: sent.wasKnown ? "known" : isReplacement ? "replaced" : "added", code: null },
		});
	}

	#change(key: number, change: Partial<Upload>): void {
		this.#set({
			uploads: this.#state.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)),
		});
	}

	#set(change: Partial<KeeperState>): void {
		this.#state = { ...this.#state, ...change };
		for (const listener of this.#listeners) listener();
	}
}

/** What can be told without sending it. */
function faultOf(file: File): string | null {
	if (mediaTypeOf(file.name) === null) return "FILE_EXTENSION";
	if (file.size === 0) return "FILE_EMPTY";
	return file.size > maxFileBytes ? "FILE_TOO_LARGE" : null;
}

/** Whether sending the same file again may help. */
export function mayRetry(code: string | null): boolean {
	return !["FILE_EXTENSION", "FILE_EMPTY", "FILE_TOO_LARGE", "FILE_MISMATCH", "FILE_TRUNCATED"].includes(
		code ?? "",
	);
}

/** The files of a slot as they stand now: those the page was drawn with, and what has changed since. */
export function filesNow(drawn: readonly EvidenceFile[], state: KeeperState, slot: string): EvidenceFile[] {
	const byId = new Map([...drawn, ...state.added].map((file) => [file.id, file]));
	return [...byId.values()].filter((file) => file.slot === slot && !state.removed.has(file.id));
}
