import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import type { Outcome } from "@/lib/platform/errors/errors";

type Manifest = { node: Record<string, { exportedName?: string; filename?: string }> };

/** The id under which a built portal serves a server action. @throws where the build has none of that name */
export function findActionId(name: string, manifest = ".next/server/server-reference-manifest.json"): string {
	const { node } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
	const found = Object.entries(node).find(([, action]) => action.exportedName === name);
	if (!found) throw new Error(`the build has no action ${name}`);
	return found[0];
}

/** An answer as React sends it: bigints as "$n…", dates as "$D…". */
function revive(_key: string, value: unknown): unknown {
	if (typeof value !== "string") return value;
	if (value.startsWith("$n")) return BigInt(value.slice(2));
	if (value.startsWith("$D")) return new Date(value.slice(2));
	return value;
}

/** The action's own answer among the rows of the response: row 0 says which row it is. */
export function readAnswer<Value extends object>(body: string): Outcome<Value> {
	const rows = new Map(
		body.split("\n").flatMap((line) => {
			const match = /^([0-9a-f]+):(.*)$/s.exec(line);
			return match ? [[match[1], match[2] ?? ""] as const] : [];
		}),
	);
	const head = JSON.parse(rows.get("0") ?? "{}") as { a?: string };
	const row = rows.get((head.a ?? "").replace("$@", ""));
	if (!row) throw new Error(`no answer in ${body.slice(0, 200)}`);
	return JSON.parse(row, revive) as Outcome<Value>;
}

export type ActionDoor = { origin: string; cookie: string; actionId: string; agent: Agent };

/**
 * Calls a server action as the page of that path does. It has to be a page that knows the action: a server asks itself once
 * more, over HTTP, for one that another page knows.
 */
export function callAction<Value extends object>(
	door: ActionDoor,
	path: string,
	input: object,
): Promise<Outcome<Value>> {
	const body = JSON.stringify([input]);
	return new Promise((resolve, reject) => {
		const sent = request(
			door.origin + path,
			{
				agent: door.agent,
				method: "POST",
				headers: {
					cookie: door.cookie,
					origin: door.origin,
					accept: "text/x-component",
					"next-action": door.actionId,
					"content-type": "text/plain;charset=UTF-8",
					"content-length": Buffer.byteLength(body),
				},
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", reject);
				response.on("end", () => {
					const text = Buffer.concat(chunks).toString("utf8");
					if (response.statusCode !== 200) reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`));
					else resolve(readAnswer<Value>(text));
				});
			},
		);
		sent.on("error", reject);
		sent.end(body);
	});
}

export function keepConnections(count: number): Agent {
	return new Agent({ keepAlive: true, maxSockets: count });
}
