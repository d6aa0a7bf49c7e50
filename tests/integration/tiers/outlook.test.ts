import { beforeEach, describe, expect, it, vi } from "vitest";
import { readOwnBooks, readTrackMedian } from "@/lib/domains/tiers/data/read-outlook";
import { readOwnHistory, readOwnReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { loadOutlook, loadWhatIf } from "@/lib/domains/tiers/loaders/outlook";
import { backfillRun } from "@/lib/domains/tiers/mutations/backfill-run";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { requireScope } from "@/lib/platform/session/session";
import { trailingMonths } from "@/lib/platform/time";
import { createMember } from "@/tests/factories/identity";
import {
	createPartner,
	issueCertificates,
	rebuildRollups,
	recordForces,
	recordGmv,
	recordRedLine,
} from "@/tests/factories/tiers";

vi.mock("@/lib/platform/session/session", () => ({ requireScope: vi.fn() }));

const YI = 10_000_000_000n; // 1亿 CNY in fen
const quality = trailingMonths("2026-05", 3);
const window = { from: "2025-06-01", asOf: "2026-05-31", measure: "net" } as const;

async function evaluate(): Promise<string> {
	await rebuildRollups();
	const run = await backfillRun({
		asOf: "2026-05-31",
		actor: systemActor("test"),
		now: new Date("2026-07-20T02:00:00Z"),
		reason: "重新评定",
	});
	if (!run.ok) throw new Error(run.reason);
	return run.runId;
}

/** Excellent forces, 1.2亿 in two months, 2 intermediates: T3 under policy v1, unless told otherwise. */
async function createCompany(values: { livestream?: number; name?: string } = {}) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ organisationId: member.organisation.id, name: values.name });
	await recordForces(partner.id, quality, { liveMinutes: values.livestream ?? 7_200 });
	await issueCertificates(partner.id, { intermediate: 2 });
	await recordGmv(partner.id, [
		{ day: "2025-06-10", paidFen: YI, refundedFen: 0n },
		{ day: "2026-05-10", paidFen: YI / 2n, refundedFen: (YI * 3n) / 10n },
	]);
	return { ...member, partner };
}

beforeEach(async () => {
	await pool().query(`TRUNCATE organisations, partners, partner_tracks, evaluation_runs, classifications, force_months,
		certificates, red_lines, shops, shop_bindings, shop_day_facts, gmv_shop_days, gmv_partner_days,
		gmv_partner_months, gmv_platform_days, audit_entries, notifications, users CASCADE`);
});

describe("a partner's books", () => {
	it("hold its months under the measure, its certificates still valid, and its records that stand", async () => {
		const { scope, partner } = await createCompany();
		await issueCertificates(partner.id, { junior: 1 }, { issuedOn: "2020-01-01", expiresOn: "2026-05-31" });
		const stands = await recordRedLine(partner.id, "2020-05-01");
		const withdrawn = await recordRedLine(partner.id, "2020-06-01");
		await db().redLine.update({
			where: { id: withdrawn.id },
			data: { withdrawnAt: new Date(), withdrawReason: "记错" },
		});
		await rebuildRollups();
		const books = await readOwnBooks(scope, partner.id, window);
		expect(books.months).toEqual([
			{ month: "2025-06", gmvFen: YI },
			{ month: "2026-05", gmvFen: YI / 5n },
		]);
		const paid = await readOwnBooks(scope, partner.id, { ...window, measure: "paid" });
		expect(paid.months[1]?.gmvFen).toBe(YI / 2n);
		expect(books.certificates.map((one) => [one.level, one.endsOn])).toEqual([
			["intermediate", "2030-01-01"],
			["intermediate", "2030-01-01"],
		]);
		expect(books.redLines.map((record) => record.id)).toEqual([stands.id]);
	});

	it("are nobody else's: another company asking for the same partner finds nothing", async () => {
		const { partner } = await createCompany();
		await recordRedLine(partner.id, "2026-05-01");
		await rebuildRollups();
		const stranger = await createCompany({ name: "别家" });
		await rebuildRollups();
		expect(await readOwnBooks(stranger.scope, partner.id, window)).toEqual({
			months: [],
			certificates: [],
			redLines: [],
		});
	});

	it("count a revoked certificate to the day it was taken back", async () => {
		const { scope, partner } = await createCompany();
		await db().certificate.updateMany({
			where: { partnerId: partner.id, holderName: "intermediate 1" },
			data: { revokedOn: new Date("2026-07-01T00:00:00Z"), revokeReason: "造假" },
		});
		await rebuildRollups();
		const { certificates } = await readOwnBooks(scope, partner.id, window);
		expect(certificates.map((one) => one.endsOn)).toEqual(["2026-07-01", "2030-01-01"]);
	});
});

describe("the track's median", () => {
	it("is the middle in whole points from five partners on, and the same for whoever belongs to the track", async () => {
		const companies = [];
		for (const livestream of [1_300, 2_500, 3_100, 4_900])
			companies.push(await createCompany({ livestream }));
		const four = await evaluate();
		const [first] = companies;
		if (!first) throw new Error("no company");
		expect(await readTrackMedian(first.scope, four)).toBeNull();

		const fifth = await createCompany({ livestream: 7_200 });
		const five = await evaluate();
		const receipt = (await readOwnReceipt(companies[2]?.scope ?? fifth.scope, five))?.receipt;
		const median = await readTrackMedian(fifth.scope, five);
		expect(median).toMatchObject({ traffic: 10_000, supply: 10_000 });
		const middle = receipt?.inputs.forcesBps.livestream ?? 0;
		expect(middle % 100).not.toBe(0);
		expect(median?.livestream).toBe(Math.round(middle / 100) * 100);
		expect(await readTrackMedian(first.scope, five)).toEqual(median);
	});

	it("is not for a company outside the run", async () => {
		for (let i = 0; i < 5; i++) await createCompany();
		const runId = await evaluate();
		const stranger = await createMember({ role: "partner_owner" });
		expect(await readTrackMedian(stranger.scope, runId)).toBeNull();
		expect(await readTrackMedian(stranger.scope, "run_none")).toBeNull();
	});
});

describe("the page's loaders", () => {
	it("tell each company its own way up, risks and next runs, and let it try figures on its own receipt only", async () => {
		const mine = await createCompany();
		const theirs = await createCompany({ name: "别家", livestream: 600 });
		await evaluate();
		vi.mocked(requireScope).mockResolvedValue(mine.scope);
		const stored = await readOwnReceipt(mine.scope);
		if (!stored) throw new Error("no receipt");
		expect(stored.receipt.decision.tier).toBe(3);
		const outlook = await loadOutlook(stored);
		expect(outlook.way?.target).toBe(4);
		expect(outlook.way?.sets[0]?.improvements.map((one) => one.kind)).toEqual(["gmv", "experts"]);
		expect(outlook.margins).toMatchObject({ tier: 3, race: { kind: "UNLIMITED" } });
		expect(outlook.ahead[0]).toMatchObject({ period: "2026-06", leavingMonth: "2025-06", gmvFen: YI / 5n });
		expect(outlook.ahead[0]?.neededFen).toBe((YI * 4n) / 5n + 1n);
		expect(outlook.ahead[0]?.booked.tier).toBe(2);
		expect(outlook.ahead[0]?.steady.tier).toBe(3);
		expect(outlook.certificates).toHaveLength(2);

		const same = await loadWhatIf({});
		expect(same?.result?.receipt.decision).toEqual(stored.receipt.decision);
		const up = await loadWhatIf({ gmv: "30000", senior: "1" });
		expect(up?.result?.receipt.decision.tier).toBe(4);
		const bad = await loadWhatIf({ gmv: "3 亿", senior: "1" });
		expect(bad).toMatchObject({
			result: null,
			input: { errors: { gmv: "NOT_A_NUMBER" }, values: { gmv: "3 亿" } },
		});
		const foreign = await loadWhatIf({
			partnerId: theirs.partner.id,
			partner: theirs.partner.id,
			runId: "x",
		});
		expect(foreign?.stored.receipt.partnerId).toBe(mine.partner.id);

		vi.mocked(requireScope).mockResolvedValue(theirs.scope);
		expect((await loadWhatIf({}))?.stored.receipt.partnerId).toBe(theirs.partner.id);
		const peek = await loadOutlook(stored);
		expect(peek.certificates).toEqual([]);
		const nobody = await createMember({ role: "partner_owner" });
		vi.mocked(requireScope).mockResolvedValue(nobody.scope);
		expect(await loadWhatIf({ gmv: "30000" })).toBeNull();
	});

	it("the history says what was missing at every run", async () => {
		const mine = await createCompany();
		await recordRedLine(mine.partner.id, "2026-05-02");
		await evaluate();
		const [row] = await readOwnHistory(mine.scope);
		expect(row).toMatchObject({
			movement: "RED_LINE",
			redLines: ["FABRICATED_TRADES"],
			next: { tier: 2, obstacles: ["RED_LINE", "CRITERIA"], missing: ["experts_any"] },
		});
	});
});
