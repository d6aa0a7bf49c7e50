import { newKey } from "@/components/forms/new-key";
import { routes } from "@/lib/platform/routes/routes";
import type { Kept, Pending, SendAnswer } from "./answer-keeper";

const DEVICE = "exam-device";

/** This tab's own key: a reload keeps it, another tab or another machine has one of its own. */
export function readDeviceKey(): string {
	const known = sessionStorage.getItem(DEVICE);
	if (known) return known;
	const made = newKey() + newKey();
	sessionStorage.setItem(DEVICE, made);
	return made;
}

const waitingKey = (sittingId: string) => `exam-waiting:${sittingId}`;

export function keepWaiting(sittingId: string, waiting: readonly Kept[]): void {
	try {
		if (waiting.length === 0) localStorage.removeItem(waitingKey(sittingId));
		else localStorage.setItem(waitingKey(sittingId), JSON.stringify(waiting));
	} catch {
		// A full or forbidden store costs the reload's safety, not the answer: it is on its way to the server.
	}
}

export function readWaiting(sittingId: string): Kept[] {
	try {
		return JSON.parse(localStorage.getItem(waitingKey(sittingId)) ?? "[]") as Kept[];
	} catch {
		return [];
	}
}

/** Brings one answer to the server. */
export async function sendAnswer(
	sittingId: string,
	deviceKey: string,
	pending: Pending,
): Promise<SendAnswer> {
	try {
		const response = await fetch(routes.api.sittingAnswers(sittingId), {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ deviceKey, ...pending }),
			signal: AbortSignal.timeout(8_000),
			keepalive: true,
		});
		if (response.status >= 500) return { kind: "unreachable" };
		const body = (await response.json()) as
			| { ok: true; revision: number; savedAt: string }
			| { ok: false; reason: string };
		if (!body.ok) return { kind: "closed", reason: body.reason };
		return { kind: "saved", revision: body.revision, savedAt: new Date(body.savedAt) };
	} catch {
		return { kind: "unreachable" };
	}
}

/** Leaving and coming back are noted; whether that arrives does not matter to the exam. */
export function noteVisibility(sittingId: string, deviceKey: string, kind: "LEFT" | "BACK"): void {
	void fetch(routes.api.sittingEvents(sittingId), {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ deviceKey, kind }),
		keepalive: true,
	}).catch(() => undefined);
}
