import type { Answer } from "@/lib/domains/certification/types/exams";

/** One question as the device has it and the server may not yet. */
export type Pending = {
	readonly position: number;
	readonly revision: number;
	readonly answer: Answer | null;
	readonly isFlagged: boolean;
};

/** The same in the browser's store: over which of the server's revisions it was given, and after how many takeovers. */
export type Kept = Pending & { readonly base: number; readonly takeovers: number };

/**
 * Whether what an earlier visit could not bring is still the newest: another device that took over since may have answered
 * later, and counts its changes by itself.
 */
export function isStillNewest(kept: Kept, known: { revision: number; takeovers: number }): boolean {
	if (known.revision >= kept.revision) return false;
	return kept.takeovers === known.takeovers || kept.base === known.revision;
}

export type SendAnswer =
	| { readonly kind: "saved"; readonly revision: number; readonly savedAt: Date }
	/** The network or the server did not answer: worth another try. */
	| { readonly kind: "unreachable" }
	/** Nothing more is taken from this device; `reason` is an error code. */
	| { readonly kind: "closed"; readonly reason: string };

export type KeeperState = {
	/** Questions whose newest answer is not on the server. */
	readonly waiting: readonly number[];
	readonly status: "saved" | "saving" | "unreachable" | "closed";
	readonly savedAt: Date | null;
	readonly reason: string | null;
};

export type KeeperDoors = {
	readonly send: (pending: Pending) => Promise<SendAnswer>;
	/** What is not on the server yet outlives a reload in the browser's own store. */
	readonly keep: (waiting: readonly Pending[]) => void;
	readonly retryDelayMs?: number;
};

/**
 * Brings answers to the server one by one, the newest of each question only, and says honestly how it stands: saved, on
 * its way, or waiting for the network. Nothing is dropped before the server has it.
 */
export class AnswerKeeper {
	private readonly waiting = new Map<number, Pending>();
	private readonly listeners = new Set<() => void>();
	private readonly doors: KeeperDoors;
	private state: KeeperState;
	private running: Promise<void> | null = null;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(doors: KeeperDoors, savedAt: Date | null) {
		this.doors = doors;
		this.state = { waiting: [], status: "saved", savedAt, reason: null };
	}

	subscribe = (listener: () => void): (() => void) => {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	};

	read = (): KeeperState => this.state;

	put(pending: Pending): void {
		if (this.state.status === "closed") return;
		this.waiting.set(pending.position, pending);
		this.note({});
		void this.flush();
	}

	/** Sends what waits; true when the server has everything. */
	flush(): Promise<boolean> {
		clearTimeout(this.timer);
		this.running ??= this.run().finally(() => {
			this.running = null;
		});
		return this.running.then(() => this.waiting.size === 0);
	}

	stop(): void {
		clearTimeout(this.timer);
		this.listeners.clear();
	}

	private async run(): Promise<void> {
		while (this.state.status !== "closed") {
			const [next] = this.waiting.values();
			if (!next) return;
			if (this.state.status !== "unreachable") this.note({ status: "saving" });
			const answer = await this.doors.send(next);
			if (answer.kind === "unreachable") {
				this.note({ status: "unreachable" });
				this.timer = setTimeout(() => void this.flush(), this.doors.retryDelayMs ?? 2_000);
				return;
			}
			if (answer.kind === "closed") return this.note({ status: "closed", reason: answer.reason });
			// A newer answer given meanwhile stays; one the server already had a newer of is done.
			const isDone = answer.revision >= next.revision;
			if (isDone && this.waiting.get(next.position) === next) this.waiting.delete(next.position);
			this.note({ status: this.waiting.size === 0 ? "saved" : "saving", savedAt: answer.savedAt });
		}
	}

	private note(change: Partial<Omit<KeeperState, "waiting">>): void {
		this.state = { ...this.state, ...change, waiting: [...this.waiting.keys()] };
		this.doors.keep([...this.waiting.values()]);
		for (const listener of this.listeners) listener();
	}
}
