import { Readable } from "node:stream";
import { importLiveSessions } from "@/lib/domains/gmv/mutations/import-file";
import { systemActor } from "@/lib/platform/audit/actor";

/** shop, session, channel, beginning, end, and where given GMV, streamer, revision and withdrawn. */
export type SessionLine = readonly (string | number)[];

export function sessionFile(lines: readonly SessionLine[]): string {
	const header = "shop_id,session_id,channel,started_at,ended_at,paid,streamer_id,revision,withdrawn";
	return `${[header, ...lines.map((line) => [...line, ...Array(9 - line.length).fill("")].join(","))].join("\n")}\n`;
}

export function importSessionLines(lines: readonly SessionLine[], sourceCode = "test-live") {
	return importLiveSessions({
		stream: Readable.from([Buffer.from(sessionFile(lines))]),
		sourceCode,
		fileName: "sessions.csv",
		actor: systemActor("test"),
	});
}
