import { expect, it } from "vitest";
import { rankInTrack } from "@/lib/domains/forces/rules/rank-in-track";
import type { ForceScorecard } from "@/lib/domains/forces/types";
import { amendRun } from "@/lib/domains/tiers/mutations/amend-run";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { createPartner, rebuildRollups, recordForces, recordGmv } from "@/tests/factories/tiers";

const now = new Date("2026-07-20T02:00:00Z");
const months = ["2026-02", "2026-03", "2026-04", "2026-05"] as const;

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

/** May evaluated anew because one partner's figures were wrong. */
async function correctMay(runId: string, partnerId: string) {
	const lead = await createLead();
	return must(
		await inRawOutcomeTransaction((client) =>
			amendRun(client, {
				...{ runId, actor: actorOf(lead), now, refreshPartnerId: partnerId },
				cause: { kind: "APPEAL", id: "tap_1" },
			}),
		),
	);
}

it("ends the probation a corrected run had opened, and says anew where everybody of the track stands", async () => {
	const last = await createOwnPartner();
	const id = last.partner.id;
	const other = await createOwnPartner();
	for (let i = 0; i < 19; i++) {
		const partner = i === 0 ? other.partner : await createPartner();
		await recordForces(partner.id, months, { trafficGmvFen: 2_000_000n + BigInt(i) * 100_000n });
		await recordGmv(partner.id, [{ day: "2026-01-10", paidFen: BigInt(50 + i) * 100_000_000n }]);
	}
	await recordGmv(id, [{ day: "2026-01-10", paidFen: 4_500_000_000n }]);
	await rebuildRollups();
	const evaluate = async (asOf: Day) => must(await backfillRun({ asOf, actor: systemActor("test"), now }));
	expect(await evaluate("2026-04-30")).toMatchObject({ probation: 0, probationEnded: 0 });
	const may = await evaluate("2026-05-31");
	expect(may).toMatchObject({ probation: 1 });
	const statusOf = async () => (await db().partner.findUniqueOrThrow({ where: { id } })).status;
	expect(await statusOf()).toBe("PROBATION");
	await db().probation.create({
		data: {
			...{ id: "prb_lead", partnerId: other.partner.id, organisationId: other.partner.organisationId },
			...{ reason: "整改", plan: { items: [] }, deadline: now, openedById: "usr_lead", openedAt: now },
		},
	});

	// Its figures come in late.
	await recordForces(id, months);
	const { runId, status } = await correctMay(may.runId, id);
	expect(status).toBe("FINAL");
	expect(await statusOf()).toBe("ACTIVE");
	const probations = await db().probation.findMany({ orderBy: { openedAt: "asc" } });
	expect(probations.map(({ state, closingNote }) => [state, closingNote])).toEqual(
		expect.arrayContaining([
			["RECOVERED", "RACE_CORRECTED"],
			["OPEN", null],
		]),
	);
	const life = await db().partnerLifeEvent.findMany({ where: { partnerId: id }, orderBy: { id: "asc" } });
	expect(life.map(({ event, note }) => [event, note])).toEqual([
		["warn", may.runId],
		["recover", runId],
	]);
	const audit = await db().auditEntry.findMany({ where: { subjectId: id, reason: runId } });
	expect(audit).toMatchObject([{ action: "partner.recover", after: { status: "ACTIVE" } }]);
	expect(await db().notification.count({ where: { kind: "probationTakenBack" } })).toBe(1);

	const { rows } = await pool().query<{ partnerId: string; scorecard: ForceScorecard; percentiles: object }>(
		`SELECT partner_id AS "partnerId", receipt -> 'scorecard' AS scorecard, percentiles
		   FROM classifications WHERE run_id = $1`,
		[runId],
	);
	const fresh = new Map(rankInTrack(rows).map(({ partnerId, ...ranks }) => [partnerId, ranks]));
	expect(fresh.size).toBe(20);
	for (const { partnerId, percentiles } of rows) expect(percentiles).toEqual(fresh.get(partnerId));
});
