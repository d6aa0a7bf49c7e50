import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { readForm } from "@/lib/domains/admission/rules/form-errors";
import { applicationTransitions, nextState } from "@/lib/domains/admission/rules/transitions";
import { checkUscc } from "@/lib/domains/admission/rules/uscc";
import { monthlyForceFactsSchema } from "@/lib/domains/forces/schema";
import { demoAccounts } from "../accounts";
import { defaultTracks } from "../tracks";
import { generateForceMonths } from "./force-months";
import { type DemoPlan, planDemo } from "./plan";
import { buildSalesModel } from "./sales-model";
import { createTally, generateShopDays } from "./shop-days";

const today = "2026-11-22";
const plan = planDemo(today);

/** Every row of the demo as text, without keeping it. */
function fingerprint(demo: DemoPlan): { hash: string; rows: number } {
	const { timeline, partners, shops, bindings } = demo;
	const hash = createHash("sha256");
	const withMaps = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);
	hash.update(JSON.stringify(demo, withMaps));
	const tally = createTally(partners.length, timeline.months.length);
	const model = buildSalesModel(timeline, partners, shops, bindings);
	let rows = 0;
	let text = "";
	for (const row of generateShopDays(timeline, shops, model, tally)) {
		rows++;
		text += `${row.shop},${row.day},${row.channel},${row.paidFen},${row.refundedFen},${row.saleOrders};`;
		if (text.length < 1_000_000) continue;
		hash.update(text);
		text = "";
	}
	hash.update(text);
	for (const row of generateForceMonths(timeline, partners, tally, () => null))
		hash.update(JSON.stringify(row));
	return { hash: hash.digest("hex"), rows };
}

test("the same day gives the same demo, another day another", () => {
	const first = fingerprint(plan);
	expect(first.rows).toBeGreaterThan(1_000_000);
	expect(first.rows).toBeLessThan(1_300_000);
	expect(fingerprint(planDemo(today))).toEqual(first);
	expect(planDemo("2026-11-23").bindings).not.toEqual(plan.bindings);
}, 60_000);

test("every company has a valid USCC and a name that nobody else has", () => {
	const usccs = plan.applications.map((application) => application.form.company.uscc);
	expect(usccs.filter((uscc) => !checkUscc(uscc).ok)).toEqual([]);
	expect(new Set(usccs).size).toBe(usccs.length);
	const names = [...plan.organisations, ...plan.shops].map((named) => named.name);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("partners stand in every track and every region of the mainland", () => {
	expect(plan.partners.filter((partner) => partner.status === "ACTIVE").length).toBeGreaterThanOrEqual(340);
	expect(new Set(plan.partners.map((partner) => partner.primaryTrack)).size).toBe(5);
	expect(new Set(plan.partners.map((partner) => partner.city.province)).size).toBe(31);
	expect(plan.shops.length).toBeGreaterThanOrEqual(1000);
	expect(plan.brands.length).toBeGreaterThanOrEqual(60);
});

describe("applications", () => {
	test("stand in every state, sixty and more of them undecided or refused", () => {
		const states = Map.groupBy(plan.applications, (application) => application.state);
		const approved = states.get("APPROVED") ?? [];
		expect(approved.filter((application) => application.partnerId !== null)).toHaveLength(
			plan.partners.length,
		);
		const onTheWay = approved.filter((application) => application.partnerId === null);
		expect(new Set(onTheWay.map((application) => application.activation))).toEqual(
			new Set(["unsigned", "signed", "reported", "returned"]),
		);
		expect(plan.applications.filter((application) => application.isAppealed)).toHaveLength(2);
		const others = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "REJECTED", "WITHDRAWN"] as const;
		expect(others.filter((state) => (states.get(state)?.length ?? 0) < 5)).toEqual([]);
		expect(plan.applications.length - plan.partners.length).toBeGreaterThanOrEqual(60);
	});

	test("moved along legal edges only, in order of time and never in the future", () => {
		for (const { events, state, createdAt } of plan.applications) {
			const [start, ...moves] = events;
			expect(start).toMatchObject({ event: "start", from: null, to: "DRAFT", at: createdAt });
			let last = start;
			for (const move of moves) {
				if (move.event === "start" || !move.from) throw new Error("a second start");
				expect(move.from).toBe(last?.to);
				expect(nextState(applicationTransitions, move.from, move.event)).toBe(move.to);
				expect(move.at.getTime()).toBeGreaterThan(last?.at.getTime() ?? 0);
				last = move;
			}
			expect(last?.to).toBe(state);
			expect(last?.at.getTime()).toBeLessThan(Date.parse(`${today}T00:00:00+08:00`));
		}
	});

	test("that were submitted are complete, and those approved meet every standard", () => {
		const rules = {
			policyVersion: 1,
			policy: admissionPolicyV1,
			trackCodes: defaultTracks.map((track) => track.code),
			today: plan.timeline.today,
		};
		for (const { checks, form, state } of plan.applications) {
			if (!checks) continue;
			expect(readForm(form, rules)).toMatchObject({ ok: true });
			if (state === "APPROVED")
				expect(checks.results.filter((result) => result.status !== "passed")).toEqual([]);
		}
	});
});

test("metrics are rows the feed's schema takes", () => {
	const { timeline, partners, shops, bindings } = plan;
	const tally = createTally(partners.length, timeline.months.length);
	const model = buildSalesModel(timeline, partners, shops, bindings);
	for (const _row of generateShopDays(timeline, shops, model, tally));
	const money = ["trafficSpendFen", "trafficGmvFen", "contentViews", "contentGmvFen", "liveGmvFen"];
	for (const { partnerId: _partner, ...row } of generateForceMonths(timeline, partners, tally, () => null)) {
		const facts = Object.fromEntries(
			Object.entries(row).map(([key, value]) => [key, money.includes(key) ? BigInt(value) : value]),
		);
		expect(monthlyForceFactsSchema.safeParse(facts).error).toBeUndefined();
	}
}, 30_000);

test("a date late in a leap February and one on a first of January make a whole demo too", () => {
	for (const day of ["2028-02-29", "2027-01-01"]) {
		const other = planDemo(day);
		expect(other.timeline.days.at(-1)).toBe(day === "2027-01-01" ? "2026-12-31" : "2028-02-28");
		expect(other.timeline.evaluatedMonths.length).toBe(7);
		expect(other.partners.length).toBe(plan.partners.length);
	}
});

test("every role has an account", () => {
	expect(new Set(demoAccounts.map((account) => account.role)).size).toBe(7);
	const emails = plan.users.map((user) => user.email);
	expect(new Set(emails).size).toBe(emails.length);
});
