import { type DraftConflict, isSameDraft, mergeDrafts, replaceAt } from "@/lib/platform/forms/merge-drafts";

export type Stored<Draft> = { version: number; form: Draft };

export type SaveAnswer =
	| { kind: "saved"; version: number }
	/** Somebody wrote in between: read the newer draft. */
	| { kind: "stale" }
	/** The application can no longer be edited, or the session is over; `reason` is an error code. */
	| { kind: "refused"; reason: string };

export type KeeperStatus = "saved" | "dirty" | "saving" | "offline" | "conflict" | "refused";

export type KeeperState<Draft> = {
	draft: Draft;
	status: KeeperStatus;
	/** Fields two windows changed differently, while `status` is `conflict`. */
	conflicts: readonly DraftConflict[];
	reason: string | null;
	savedAt: Date | null;
	/** Raised when another window's changes were taken over without a clash. */
	mergeCount: number;
};

/** What is not on the server yet, kept in the browser: a closed tab or a lost session costs nothing. */
export type DraftBackup<Draft> = { base: Stored<Draft>; draft: Draft };

export type KeeperDoors<Draft> = {
	/** Throws when the server cannot be reached. */
	save: (version: number, form: Draft) => Promise<SaveAnswer>;
	read: () => Promise<Stored<Draft> | null>;
	keepBackup: (backup: DraftBackup<Draft> | null) => void;
	now: () => Date;
	saveDelayMs?: number;
	retryDelayMs?: number;
};

/**
 * Holds the form while it is edited and brings it to the server: a pause after the last key, one save at a time,
 * each against the version it was made from. Changes of another window are merged; a clash waits for a person.
 */
export class DraftKeeper<Draft> {
	private base: Stored<Draft>;
	private state: KeeperState<Draft>;
	private incoming: Stored<Draft> | null = null;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private running: Promise<void> | null = null;
	private readonly listeners = new Set<() => void>();
	private readonly doors: KeeperDoors<Draft>;

	constructor(stored: Stored<Draft>, savedAt: Date | null, doors: KeeperDoors<Draft>) {
		this.base = stored;
		this.doors = doors;
		this.state = { draft: stored.form, status: "saved", conflicts: [], reason: null, savedAt, mergeCount: 0 };
	}

	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	read = (): KeeperState<Draft> => this.state;

	get version(): number {
		return this.base.version;
	}

	/** Takes up what an earlier visit could not save. */
	restore(backup: DraftBackup<Draft>): void {
		if (isSameDraft(backup.draft, this.base.form)) this.doors.keepBackup(null);
		else this.takeIn(backup.base, backup.draft, this.base);
	}

	edit(path: string, value: unknown): void {
		this.put({ draft: replaceAt(this.state.draft, path, value) });
		this.markDirty();
	}

	/** Settles a clash with the chosen draft, on top of what the other window saved. */
	resolve(draft: Draft): void {
		if (this.incoming) this.base = this.incoming;
		this.incoming = null;
		this.put({ draft, conflicts: [], status: "dirty" });
		void this.flush();
	}

	/** Saves now; true when the server holds everything. */
	async flush(): Promise<boolean> {
		for (let round = 0; round < 3; round++) {
			clearTimeout(this.timer);
			while (this.running) await this.running;
			const { status } = this.state;
			if (status === "saved") return true;
			if (status === "conflict" || status === "refused") return false;
			this.running = this.save().finally(() => {
				this.running = null;
			});
			await this.running;
			if (this.read().status === "offline") return false;
		}
		return this.read().status === "saved";
	}

	/** Tells that the server turned the applicant away, such as at the end of the session; the words stay on this device. */
	refuse(reason: string): void {
		if (this.state.status !== "saved") this.doors.keepBackup({ base: this.base, draft: this.state.draft });
		this.put({ status: "refused", reason });
	}

	/** After signing in again: tries once more. */
	resume(): Promise<boolean> {
		if (this.state.status === "refused") this.put({ status: "dirty", reason: null });
		return this.flush();
	}

	dispose(): void {
		clearTimeout(this.timer);
	}

	private markDirty(): void {
		this.doors.keepBackup({ base: this.base, draft: this.state.draft });
		if (this.state.status === "conflict" || this.state.status === "refused") return;
		if (this.state.status !== "saving") this.put({ status: "dirty" });
		this.schedule(this.doors.saveDelayMs ?? 900);
	}

	private schedule(delayMs: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.flush(), delayMs);
	}

	private async save(): Promise<void> {
		const sent = this.state.draft;
		this.put({ status: "saving" });
		try {
			const answer = await this.doors.save(this.base.version, sent);
			if (answer.kind === "saved") this.settle(sent, answer.version);
			else if (answer.kind === "stale") await this.catchUp();
			else this.put({ status: "refused", reason: answer.reason });
		} catch {
			this.put({ status: "offline" });
			this.schedule(this.doors.retryDelayMs ?? 5_000);
		}
	}

	private settle(sent: Draft, version: number): void {
		this.base = { version, form: sent };
		const isWhole = this.state.draft === sent;
		this.put({ status: isWhole ? "saved" : "dirty", savedAt: this.doors.now() });
		this.doors.keepBackup(isWhole ? null : { base: this.base, draft: this.state.draft });
		if (!isWhole) this.schedule(this.doors.saveDelayMs ?? 900);
	}

	private async catchUp(): Promise<void> {
		const theirs = await this.doors.read();
		if (!theirs) this.put({ status: "refused", reason: "NOT_FOUND" });
		else this.takeIn(this.base, this.state.draft, theirs);
	}

	private takeIn(base: Stored<Draft>, mine: Draft, theirs: Stored<Draft>): void {
		const { merged, conflicts } = mergeDrafts(base.form, mine, theirs.form);
		if (conflicts.length > 0) {
			this.incoming = theirs;
			this.put({ draft: merged, status: "conflict", conflicts });
			return;
		}
		const isNews = !isSameDraft(base.form, theirs.form);
		this.base = theirs;
		this.put({ draft: merged, status: "dirty", mergeCount: this.state.mergeCount + (isNews ? 1 : 0) });
		this.schedule(0);
	}

	private put(change: Partial<KeeperState<Draft>>): void {
		this.state = { ...this.state, ...change };
		for (const listener of this.listeners) listener();
	}
}
