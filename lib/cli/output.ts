/** What a command says: notes and progress on standard error, its result on standard output. */
export type Output = {
	/** A sentence for the person watching, Chinese first. */
	note(zh: string, en: string): void;
	/** One line with counts, rewritten in place on a terminal, at most once a second elsewhere. */
	progress(phase: string, done: number, total?: number): void;
	result(result: Result): void;
};

export type Result = {
	/** The object `--json` prints; bigint become decimal strings. */
	data: object;
	/** What a person reads instead. */
	text: string;
	/** The command ran and its answer is a no: exit code 1. */
	failed?: boolean;
};

export function createOutput(json: boolean): Output {
	const progress = createProgress();
	return {
		note(zh, en) {
			progress.end();
			process.stderr.write(`${zh}\n${en}\n`);
		},
		progress: (phase, done, total) => progress.show(phase, done, total),
		result({ data, text }) {
			progress.end();
			process.stdout.write(json ? `${toJson(data)}\n` : text && `${text}\n`);
		},
	};
}

export function toJson(data: object): string {
	return JSON.stringify(data, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
}

function createProgress() {
	const interactive = process.stderr.isTTY;
	const counts = new Intl.NumberFormat("en-US");
	let shownAt = 0;
	let open = false;
	return {
		show(phase: string, done: number, total?: number) {
			const complete = done === total;
			const now = performance.now();
			if (!complete && now - shownAt < (interactive ? 100 : 1000)) return;
			shownAt = now;
			const share = total ? ` / ${counts.format(total)} (${Math.floor((done / total) * 100)}%)` : "";
			const line = `${phase} ${counts.format(done)}${share}`;
			process.stderr.write(interactive ? `\r\x1b[K${line}` : `${line}\n`);
			open = interactive;
			if (complete) this.end();
		},
		end() {
			if (open) process.stderr.write("\n");
			open = false;
		},
	};
}
