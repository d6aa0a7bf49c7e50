import "server-only";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

/** The number people know a case by: EX-<year>-<six digits>. */
export async function nextExitNumber(tx: Tx, today: Day): Promise<string> {
	const rows = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('exit_numbers') AS n`;
	return `EX-${today.slice(0, 4)}-${String(rows[0]?.n ?? 0n).padStart(6, "0")}`;
}

type Change = {
	event: string;
	actor: Actor;
	data: Omit<Prisma.ExitCaseUncheckedUpdateManyInput, "id" | "version">;
	after: Prisma.InputJsonObject;
	reason?: string;
};

/** The compare-and-set every change of a case goes through, with its audit row. */
export async function writeExit(
	tx: Tx,
	exit: ExitCaseRecord,
	change: Change,
): Promise<Outcome<{ version: number }>> {
	const { id, state, version } = exit;
	const { count } = await tx.exitCase.updateMany({
		where: { id, state, version },
		data: { ...change.data, version: { increment: 1 } },
	});
	if (count !== 1) return refuse("STALE_VERSION");
	await recordAudit(tx, {
		actor: change.actor,
		action: `exit.${change.event}`,
		subjectType: "exit_case",
		subjectId: id,
		organisationId: exit.organisationId,
		before: { state, version },
		after: { version: version + 1, ...change.after },
		reason: change.reason,
	});
	return { ok: true, version: version + 1 };
}
