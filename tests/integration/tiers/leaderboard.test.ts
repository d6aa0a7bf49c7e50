import { beforeAll, describe, expect, it } from "vitest";
import {
	countRows,
	findInTrack,
	readRanksFrom,
	readRanksUntil,
	readTrackField,
	readUnranked,
	streamTrack,
} from "@/lib/domains/tiers/data/read-leaderboard";
import { readOwnRanking, readRankingChoice } from "@/lib/domains/tiers/data/read-ranking";
import { readOwnReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { readAnomalies, readAnomalyKinds, readReviewProgress } from "@/lib/domains/tiers/data/read-review";
import { readRun } from "@/lib/domains/tiers/data/read-runs";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { chooseRanking } from "@/lib/domains/tiers/mutations/choose-ranking";
import { lookAtAnomalies, takeBackLook } from "@/lib/domains/tiers/mutations/look-at-anomalies";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import { renderBoardRow } from "@/lib/domains/tiers/rules/render-board";
import type { RaceField, StoredReceipt } from "@/lib/domains/tiers/types";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { type Day, trailingMonths } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
	recordRedLine,
} from "@/tests/factories/tiers";

const YI = 10_000_000_000n;
const TRACK = "brand_operation";
const now = new Date("2026-07-20T02:00:00Z");

async function runOf(asOf: Day) {
	const outcome = await backfillRun({ asOf, actor: systemActor("test"), now });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.runId;
}

const ids = Array.from({ length: 12 }, (_, i) => `prt_board_${String(i + 1).padStart(2, "0")}`);
let april: string;
let may: string;
let field: RaceField;
const member = async <R extends Parameters<typeof createMember>[0]["role"]>(
	role: R,
	organisationId?: string,
) => (await createMember({ role, organisationId })).scope;
let lead: Awaited<ReturnType<typeof member<"ops_lead">>>;

/** Twelve partners that race, the first of them with the most GMV, and one over a red line. */
beforeAll(async () => {
	lead = await member("ops_lead");
	for (const [i, id] of ids.entries()) {
		const partner = await createPartner({ id, name: `风队${i + 1}号`, track: TRACK });
		await recordForces(id, trailingMonths("2026-05", 4));
		await issueCertificates(id, { senior: 3, intermediate: 3 });
		const paidFen = BigInt(20 - i) * YI;
		await recordGmv(partner.id, [{ day: "2025-10-01", paidFen: i === 11 ? YI / 10n : paidFen }]);
	}
	await recordGmv(ids[11] ?? "", [{ day: "2026-05-10", paidFen: 60n * YI }]);
	const red = await createPartner({ id: "prt_red", name: "红线商", track: TRACK });
	await recordRedLine(red.id, "2026-01-01");
	await rebuildRollups();
	april = await runOf("2026-04-30");
	may = await runOf("2026-05-31");
	field = (await readTrackField(lead, may, TRACK))?.field as RaceField;
});

const board = () => ({ run: { runId: may, period: "2026-05" as const }, trackCode: TRACK });
const none = { tier: null, move: null, zone: null } as const;

describe("the leaderboard", () => {
	it("pages by rank both ways, with the ranks of the runs before and the red-lined last", async () => {
		const page = await readRanksFrom(lead, board(), { filter: none, field, from: 5, limit: 3 });
		expect(page.map(({ rank }) => rank)).toEqual([5, 6, 7]);
		const back = await readRanksUntil(lead, board(), { filter: none, field, until: 4, limit: 3 });
		expect(back.map(({ rank }) => rank)).toEqual([2, 3, 4]);
		const last = await readRanksFrom(lead, board(), { filter: none, field, from: 1, limit: 50 });
		const riser = last.find(({ partnerId }) => partnerId === ids[11]);
		expect(riser?.trail.map(({ period }) => period)).toEqual(["2026-04", "2026-05"]);
		expect(riser?.previousRank).toBe(riser?.trail[0]?.rank);
		expect(riser?.rank).toBeLessThan(riser?.previousRank ?? 0);
		const unranked = await readUnranked(lead, board(), { filter: none, field, after: "", limit: 5 });
		expect(unranked.map(({ partnerId, rank }) => [partnerId, rank])).toEqual([["prt_red", null]]);
		expect(await readUnranked(lead, board(), { filter: none, field, after: "prt_red", limit: 5 })).toEqual(
			[],
		);
	});

	it("filters, counts and finds, and goes out whole as a file", async () => {
		const full = field.tiers.find((line) => line.tier === 5);
		expect(full).toMatchObject({ places: 2, taken: 2, cutOffRank: 2 });
		const asked = { ...none, zone: "outranked" as const };
		const out = await readRanksFrom(lead, board(), { filter: asked, field, from: 1, limit: 50 });
		const all = await readRanksFrom(lead, board(), { filter: none, field, from: 1, limit: 50 });
		const beaten = all.filter(({ tier, absoluteTier }) => tier < absoluteTier);
		expect(out.map(({ rank }) => rank)).toEqual(beaten.map(({ rank }) => rank));
		expect(await countRows(lead, board(), asked, field)).toBe(out.length);
		expect(await countRows(lead, board(), { ...none, zone: "unranked" }, field)).toBe(1);
		expect(await countRows(lead, board(), { ...none, tier: 5 }, field)).toBe(2);
		expect(await countRows(lead, board(), { ...none, move: "first" }, field)).toBe(0);
		expect((await findInTrack(lead, board(), "风队12号")).map(({ partnerId }) => partnerId)).toEqual([
			ids[11],
		]);
		expect(await findInTrack(lead, board(), "prt_red")).toHaveLength(1);
		expect(await findInTrack(lead, { ...board(), trackCode: "training" }, "prt_red")).toEqual([]);
		const lines: string[] = [];
		const words = { movement: String, zone: String };
		for await (const rows of streamTrack(lead, may, TRACK)) {
			lines.push(...rows.map((row) => renderBoardRow(row, field, words)));
		}
		expect(lines).toHaveLength(13);
		expect(lines[0]).toMatch(/^1,\d+,prt_board_\d\d,风队\d+号,T5,/);
		expect(lines.at(-1)).toMatch(/^,,prt_red,红线商,T1,.*,unranked\r\n$/);
	});

	it("keeps the run's sums with the run", async () => {
		const { summary } = await db().evaluationRun.findUniqueOrThrow({ where: { id: may } });
		const run = await readRun(lead, may);
		expect(summary).toEqual(run?.summary);
		expect(run?.summary.total.partners).toBe(13);
	});
});

describe("the review of a run", () => {
	it("finds what is odd, takes notes with the audit log, and forgets none by searching again", async () => {
		expect(await readReviewProgress(lead, may)).toMatchObject({ searchedAt: null, found: 0 });
		const searched = await searchRun(may, now);
		expect(searched).toMatchObject({ ok: true, partners: 13 });
		const kinds = await readAnomalyKinds(lead, may);
		expect(kinds.map(({ kind }) => kind)).toContain("METRIC_JUMPED");
		const page = { open: true, after: null, limit: 10 };
		const [jump] = await readAnomalies(lead, may, { ...page, kind: "METRIC_JUMPED" });
		expect(jump).toMatchObject({
			partnerId: ids[11],
			metric: "gmv",
			details: { before: (YI / 10n).toString(), after: (YI / 10n + 60n * YI).toString() },
		});
		const near = await readAnomalies(lead, may, { ...page, kind: "JUST_UNDER" });
		expect(near.map(({ metric, rank }) => [metric, rank])).toContainEqual(["race.T5", 3]);

		const anomaly = { partnerId: ids[11] ?? "", kind: "METRIC_JUMPED" as const, metric: "gmv" };
		await lookAtAnomalies(lead, { runId: may, anomalies: [anomaly], note: "大促属实" }, now);
		await searchRun(may, now);
		expect(await readReviewProgress(lead, may)).toMatchObject({ looked: 1 });
		expect(await readAnomalies(lead, may, { ...page, kind: "METRIC_JUMPED" })).toEqual([]);
		const [looked] = await readAnomalies(lead, may, { ...page, open: false, kind: "METRIC_JUMPED" });
		expect(looked?.look).toMatchObject({ note: "大促属实", at: now });
		await takeBackLook(lead, { runId: may, anomaly });
		expect(await readReviewProgress(lead, may)).toMatchObject({ looked: 0 });
		const audit = await db().auditEntry.findMany({
			where: { subjectId: may, action: { startsWith: "anomaly." } },
		});
		expect(audit.map(({ action }) => action).sort()).toEqual(["anomaly.look", "anomaly.take-back-look"]);
	});

	it("refuses what is no anomaly of the run, an auditor's note, and a run that is none", async () => {
		const anomaly = { partnerId: "prt_red", kind: "METRIC_JUMPED" as const, metric: "gmv" };
		const input = { runId: may, anomalies: [anomaly], note: "?" };
		await expect(lookAtAnomalies(lead, input, now)).rejects.toThrow("NOT_FOUND");
		await expect(takeBackLook(lead, { runId: may, anomaly })).rejects.toThrow("NOT_FOUND");
		const auditor = await member("auditor");
		expect(() => lookAtAnomalies(auditor, input, now)).toThrow("FORBIDDEN");
		expect(await searchRun("run_none", now)).toMatchObject({ ok: false, reason: "NOT_FOUND" });
	});
});

describe("the ranking a partner sees", () => {
	const ownerOf = async (partnerId: string) => {
		const { organisationId } = await db().partner.findUniqueOrThrow({ where: { id: partnerId } });
		return member("partner_owner", organisationId);
	};

	it("names nobody who did not choose so, and holds no id and no figure of anybody else", async () => {
		const [mine, theirs] = [await ownerOf(ids[3] ?? ""), await ownerOf(ids[5] ?? "")];
		const before = await readOwnRanking(mine, 1);
		expect(before?.places.map(({ name, isOwn }) => [name, isOwn])).toEqual([["风队4号", true]]);
		expect(before).toMatchObject({ period: "2026-05", named: 0, next: null });

		await chooseRanking(theirs, true, now);
		expect(await readRankingChoice(theirs)).toMatchObject({ isPublic: true });
		expect(await readRankingChoice(mine)).toMatchObject({ isPublic: false });
		const shown = await readOwnRanking(mine, 1);
		const other = shown?.places.find(({ isOwn }) => !isOwn);
		expect(Object.keys(other ?? {}).sort()).toEqual(["isOwn", "name", "rank", "tier"]);
		expect(other?.name).toBe("风队6号");
		const answer = JSON.stringify({ ...shown, rules: null });
		for (const id of [...ids, april, may]) expect(answer).not.toContain(id);
		for (const row of await db().classification.findMany({ where: { runId: may } })) {
			if (row.raceRank === null) continue;
			expect(answer).not.toContain(String(row.netFen));
			expect(answer).not.toContain(`:${row.raceScoreBps},`);
		}

		await chooseRanking(theirs, false, now);
		expect(JSON.stringify(await readOwnRanking(mine, 1))).not.toContain("风队6号");
		const audit = await db().auditEntry.findMany({
			where: { subjectId: ids[5], action: { startsWith: "ranking." } },
		});
		expect(audit.map(({ action }) => action).sort()).toEqual(["ranking.hide-name", "ranking.show-name"]);
	});

	it("has one figure of somebody else in a receipt, as the choice says: the score of a cut-off line", async () => {
		const mine = await ownerOf(ids[3] ?? "");
		const { receipt } = (await readOwnReceipt(mine, may)) as StoredReceipt;
		// Thresholds are the policy's, not somebody's.
		const told = JSON.stringify({ ...receipt, rules: null, tiers: null, next: null });
		const rows = await db().classification.findMany({ where: { runId: may, NOT: { partnerId: ids[3] } } });
		const lines = receipt.race.field.tiers.map((line) => line.cutOffRank);
		expect(lines).toContain(2);
		for (const { partnerId, netFen, raceRank, raceScoreBps } of rows) {
			expect(told).not.toContain(partnerId);
			if (netFen > 0n) expect(told).not.toContain(String(netFen));
			if (raceRank === null) continue;
			expect(told.includes(`coreBps":${raceScoreBps}`)).toBe(lines.includes(raceRank));
		}
	});

	it("is chosen by the owner for the own partner only, and not by a company that is none", async () => {
		const { organisationId } = await db().partner.findUniqueOrThrow({ where: { id: ids[3] } });
		const staff = await member("partner_member", organisationId);
		expect(() => chooseRanking(staff, true, now)).toThrow("FORBIDDEN");
		const stranger = await member("partner_owner");
		await expect(chooseRanking(stranger, true, now)).rejects.toThrow("NOT_FOUND");
		expect(await readOwnRanking(stranger, 1)).toBeNull();
		expect(await readRankingChoice(stranger)).toBeNull();
		expect(await readOwnRanking(await ownerOf("prt_red"), 1)).toMatchObject({ ownRank: null, places: [] });
	});
});
