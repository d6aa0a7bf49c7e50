import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proveEntry } from "@/lib/domains/decisions/rules/check-proof";
import { makeEntry } from "@/lib/domains/decisions/rules/entry";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import { emptyLog, sealBlock } from "@/lib/domains/decisions/rules/seal";
import { forcePolicyV1 } from "@/lib/domains/forces/constants";
import { scoreForces } from "@/lib/domains/forces/rules/score-forces";
import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { evaluateTrack } from "@/lib/domains/tiers/rules/evaluate";
import { buildReceipt } from "@/lib/domains/tiers/rules/receipt";
import { verifyReceiptFile } from "@/lib/domains/tiers/rules/verify-receipt-file";
import type { PartnerFacts, ReceiptOverride, Verdict } from "@/lib/domains/tiers/types";
import { trailingMonths } from "@/lib/platform/time";

/*
 * A thousand receipts as they are downloaded, made from random tracks of 1 to 40 partners, scorecards included, and
 * verified by the code of `portal verify-receipt`; then each with one random value altered.
 */
const ASOF = "2024-06-20";
const PERIOD = "2024-05";
const RECEIPTS = 1_000;
const refs = { tierPolicy: { version: 1, hash: "t" }, forcePolicy: { version: 1, hash: "f" } };

const count = (max: number) => fc.integer({ min: 0, max });
const fen = (max: bigint) => fc.bigInt(0n, max);
const monthOf = (month: string) =>
	fc
		.record<Omit<MonthlyForceFacts, "month">>({
			trafficSpendFen: fen(10n ** 9n),
			trafficGmvFen: fen(6n * 10n ** 9n),
			contentViews: fen(10n ** 7n),
			contentGmvFen: fen(10n ** 9n),
			liveMinutes: count(20_000),
			activeShops: count(4),
			liveGmvFen: fen(10n ** 9n),
			signedStreamers: count(60),
			qualifiedStreamers: count(30),
			ordersDue: count(1_000),
			ordersShippedOnTime: count(1_000),
			afterSalesCasesDue: count(100),
			afterSalesCasesInSla: count(100),
			paidOrders: count(10_000),
			disputes: count(200),
			activeSkus: count(100),
			exclusiveSkus: count(30),
			skuDays: count(3_000),
			stockoutSkuDays: count(300),
			c2mOrders: count(1_500),
		})
		.map((facts): MonthlyForceFacts => ({ month, ...facts }));

const partner = fc.record({
	months: fc.tuple(...trailingMonths(PERIOD, 3).map(monthOf)),
	admittedOn: fc.constantFrom("2022-01-01", "2024-03-22", "2024-03-23"),
	gmvFen: fc.bigInt(-(10n ** 6n), 2n * 10n ** 11n),
	gmvBeforeFen: fc.bigInt(-(10n ** 6n), 2n * 10n ** 11n),
	experts: fc.record({ senior: fc.nat(4), intermediate: fc.nat(4), junior: fc.nat(4) }),
	redLines: fc.oneof(
		{ weight: 12, arbitrary: fc.constant([]) },
		{
			weight: 1,
			arbitrary: fc.constant([{ id: "rdl", kind: "FORGED_CREDENTIALS" as const, occurredOn: "2024-01-01" }]),
		},
	),
	previous: fc.option(
		fc.record({
			runId: fc.constant("run_before"),
			tier: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
			bottomRuns: fc.nat(2),
		}),
	),
});

/** What two leads gave in the place of the engine; nobody is lifted over a red line. */
function byHand({ tier, redLines }: Verdict): ReceiptOverride | null {
	if (redLines.length > 0) return null;
	const given = tier === 5 ? 4 : ((tier + 1) as ReceiptOverride["tier"]);
	const names = { reason: "上季度数据由平台故障造成", proposedBy: "周正", confirmedBy: "林岚" };
	return { tier: given, engineTier: tier, ...names, at: "2024-07-01T02:00:00.000Z" };
}

function makeFiles(): string[] {
	const files: string[] = [];
	for (let seed = 1; files.length < RECEIPTS; seed++) {
		const rows = fc.sample(fc.array(partner, { minLength: 1, maxLength: 40, size: "max" }), {
			seed,
			numRuns: 1,
		})[0];
		const cards = (rows ?? []).map((row) => scoreForces(forcePolicyV1, row.months, PERIOD));
		const facts = (rows ?? []).map(({ months, ...row }, i): PartnerFacts => {
			const card = cards[i];
			if (!card) throw new Error("no scorecard");
			return {
				...row,
				partnerId: `prt_${seed}_${i}`,
				trackCode: "supply_chain",
				compositeBps: card.compositeBps,
				forcesBps: Object.fromEntries(
					card.forces.map((force) => [force.force, force.scoreBps]),
				) as PartnerFacts["forcesBps"],
				disputes: months.reduce((sum, month) => sum + month.disputes, 0),
				paidOrders: months.reduce((sum, month) => sum + month.paidOrders, 0),
			};
		});
		const track = evaluateTrack(tierPolicyV1, facts, ASOF);
		for (const verdict of track.verdicts) {
			const card = cards[facts.findIndex((row) => row.partnerId === verdict.facts.partnerId)] ?? null;
			const receipt = buildReceipt(
				track,
				verdict,
				refs,
				card,
				files.length % 5 === 0 ? byHand(verdict) : null,
			);
			const file = {
				format: "windmaker-receipt/1",
				runId: "run_1",
				period: PERIOD,
				receiptHash: hashCanonical(receipt),
				receipt,
			};
			files.push(JSON.stringify(file, null, "\t"));
		}
	}
	return files.slice(0, RECEIPTS);
}

type Leaf = { path: string; holder: Record<string, unknown>; key: string };

function listLeaves(holder: Record<string, unknown>, path = ""): Leaf[] {
	return Object.keys(holder).flatMap((key) => {
		const value = holder[key];
		const at = Array.isArray(holder) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
		if (typeof value === "object" && value !== null) return listLeaves(value as Record<string, unknown>, at);
		return [{ path: at, holder, key }];
	});
}

/** Another value of the same kind, so that only its content can give it away. */
function alter(value: unknown): unknown {
	if (typeof value === "number") return value === 1 ? 2 : 1;
	if (typeof value === "boolean") return !value;
	if (value === null) return 1;
	const text = String(value);
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text === "2024-02-29" ? "2024-02-28" : "2024-02-29";
	if (/^\d{4}-\d{2}$/.test(text)) return text === "2024-04" ? "2024-03" : "2024-04";
	if (/^-?\d+$/.test(text)) return text === "1" ? "2" : "1";
	return text.startsWith("0") ? text.replace("0", "1") : `0${text.slice(1)}`;
}

/** Made again from the rest of the receipt: here the very field that was altered is the one named. */
const derived = /^receipt\.(tiers\[|decision\.|next\.|growth\.|race\.standing\.(scoreBps|others)|windows\.)/;

describe("a thousand random receipts", () => {
	const files = makeFiles();

	test("are of all kinds and verify offline, from the file alone", () => {
		expect(files).toHaveLength(RECEIPTS);
		const checks = files.map((file) => verifyReceiptFile(JSON.parse(file)));
		expect(checks.filter((check) => !check.ok)).toEqual([]);
		const tiers = new Set(checks.flatMap((check) => (check.ok ? [check.receipt.decision.tier] : [])));
		expect(tiers.size).toBeGreaterThanOrEqual(4);
		const set = checks.filter((check) => check.ok && check.receipt.override);
		expect(set.length).toBeGreaterThan(100);
	});

	test("say what was set by hand; an override altered, taken out or put in is refused", () => {
		const overridden = files.map((file) => JSON.parse(file)).find((file) => file.receipt.override);
		const plain = files
			.map((file) => JSON.parse(file))
			.find((file) => !file.receipt.override && file.receipt.decision.tier === 2);
		const check = verifyReceiptFile(overridden);
		const { override } = overridden.receipt;
		expect(check).toMatchObject({ ok: true, receipt: { override, decision: { tier: override.tier } } });
		const alter = (file: typeof plain, edit: (receipt: typeof plain.receipt) => void) => {
			const copy = structuredClone(file);
			edit(copy.receipt);
			copy.receiptHash = hashCanonical(copy.receipt);
			return verifyReceiptFile(copy);
		};
		expect(
			alter(overridden, (r) => Object.assign(r.override, { tier: r.override.engineTier })),
		).toMatchObject({
			reason: "RECEIPT_DIFFERS",
			field: "receipt.decision.tier",
		});
		expect(
			alter(overridden, (r) => Object.assign(r.override, { engineTier: r.override.tier })),
		).toMatchObject({
			reason: "OVERRIDE_DIFFERS",
			field: "receipt.override.engineTier",
		});
		expect(alter(overridden, (r) => Object.assign(r, { override: null }))).toMatchObject({
			reason: "RECEIPT_DIFFERS",
		});
		expect(alter(plain, (r) => Object.assign(r, { override }))).toMatchObject({ ok: false });
		const reworded = structuredClone(overridden);
		reworded.receipt.override.reason = "另一个理由";
		expect(verifyReceiptFile(reworded)).toMatchObject({ reason: "HASH_DIFFERS" });
	});

	test("of before tiers could be set by hand hold as they did, and hash as they did", () => {
		const plain = JSON.parse(files[1] ?? "");
		const { override, ...rest } = plain.receipt;
		const receipt = { ...rest, receiptVersion: 1 };
		expect(override).toBeNull();
		const old = { ...plain, receipt, receiptHash: hashCanonical(receipt) };
		expect(verifyReceiptFile(old)).toMatchObject({ ok: true, receiptHash: old.receiptHash });
		expect(verifyReceiptFile({ ...old, receipt: { ...receipt, override: null } })).toMatchObject({
			field: "receipt.override",
		});
	});

	test("are refused, naming the field, as soon as one value of them is altered", () => {
		let named = 0;
		for (const [i, file] of files.entries()) {
			const copy = JSON.parse(file);
			const leaves = listLeaves(copy).filter((leaf) => leaf.path !== "runId");
			const leaf = leaves[(i * 7_919) % leaves.length];
			if (!leaf) throw new Error("no leaf");
			leaf.holder[leaf.key] = alter(leaf.holder[leaf.key]);
			const check = verifyReceiptFile(copy);
			expect(check.ok, `${leaf.path} was altered unnoticed`).toBe(false);
			if (check.ok) continue;
			expect(check.field).not.toBe("");
			if (derived.test(leaf.path)) {
				named++;
				expect(check.field).toBe(leaf.path);
			}
		}
		expect(named).toBeGreaterThan(100);
	});

	test("are refused when a field is taken out or added", () => {
		for (const file of files.slice(0, 50)) {
			const { receipt, ...head } = JSON.parse(file);
			const { inputs, ...without } = receipt;
			expect(verifyReceiptFile({ ...head, receipt: without })).toMatchObject({ field: "receipt.inputs" });
			expect(verifyReceiptFile({ ...head, receipt: { ...receipt, bonus: 1 } })).toMatchObject({
				field: "receipt.bonus",
			});
			const more = { ...receipt, decision: { ...receipt.decision, bonus: 1 } };
			expect(verifyReceiptFile({ ...head, receipt: more })).toMatchObject({
				field: "receipt.decision.bonus",
			});
			expect(verifyReceiptFile({ ...head, receipt, extra: 1 })).toMatchObject({ field: "extra" });
			expect(inputs).toBeDefined();
		}
	});

	test("carry a proof from the decision log, which is of this receipt or of none", () => {
		const parsed = files.slice(0, 5).map((file) => JSON.parse(file));
		const entries = parsed.map(({ receipt, receiptHash }, i) =>
			makeEntry(`dec_${i}`, {
				kind: "TIER_VERDICT",
				subjectType: "partner",
				subjectId: receipt.partnerId,
				reference: "run_1",
				organisationId: "org",
				at: new Date("2024-07-01T00:00:00Z"),
				payload: { receiptHash, tier: receipt.decision.tier },
			}),
		);
		const { block, sealed } = sealBlock(emptyLog, entries, new Date("2024-07-01T00:01:00Z"));
		const proofs = sealed.map((entry) =>
			proveEntry(
				block,
				entry,
				sealed.map((one) => one.hash),
			),
		);
		for (const [i, file] of parsed.entries()) {
			expect(verifyReceiptFile({ ...file, proof: proofs[i] })).toMatchObject({ ok: true, block });
			expect(verifyReceiptFile({ ...file, proof: proofs[(i + 1) % 5] })).toMatchObject({
				reason: "PROOF_DIFFERS",
				field: "proof.entry.subjectId",
			});
		}
		const [file] = parsed;
		const [proof] = proofs;
		if (!proof) throw new Error("no proof");
		const altered = { ...proof, path: [...proof.path].reverse() };
		expect(verifyReceiptFile({ ...file, proof: altered })).toMatchObject({ field: "proof.path" });
		expect(verifyReceiptFile({ ...file, runId: "run_2", proof })).toMatchObject({ field: "runId" });
		expect(verifyReceiptFile({ ...file, proof: {} })).toMatchObject({ field: "proof.entry" });
	});

	test.each([null, 1, "text", [], {}, { format: "windmaker-receipt/2" }])("%j is no receipt", (file) => {
		expect(verifyReceiptFile(file)).toMatchObject({ ok: false, reason: "UNREADABLE" });
	});
});
