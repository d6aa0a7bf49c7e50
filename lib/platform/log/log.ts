type Details = Record<string, unknown>;

function describe(value: unknown): unknown {
	if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
	return typeof value === "bigint" ? value.toString() : value;
}

function write(level: "info" | "error", message: string, details: Details): void {
	const line = { at: new Date().toISOString(), level, message, ...details };
	process.stderr.write(`${JSON.stringify(line, (_key, value) => describe(value))}\n`);
}

/** One JSON object a line on standard error, for a person or a collector. */
export function logInfo(message: string, details: Details = {}): void {
	write("info", message, details);
}

export function logError(message: string, details: Details = {}): void {
	write("error", message, details);
}
