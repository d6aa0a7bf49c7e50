import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { listGroups, readSeries, readTotal } from "@/lib/domains/gmv/data/explorer";
import { streamExport } from "@/lib/domains/gmv/data/explorer-export";
import { type Selection, selectAll, selectOwn } from "@/lib/domains/gmv/data/explorer-selection";
import { bindShop, correctBinding, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { confirmProposal } from "@/lib/domains/gmv/mutations/decide-proposal";
import { proposeAsPartner } from "@/lib/domains/gmv/mutations/proposals";
import { explorerFilterSchema, groupings } from "@/lib/domains/gmv/schema/explorer";
import { pool } from "@/lib/platform/db/pool";
import { reportReader } from "@/lib/platform/db/reports";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { importShopDayText, importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

beforeEach(emptyGmv);

const reports = reportReader();
const today = businessDayOf(new Date());
/** Whole months, odd ends, and one that reaches to today and beyond. */
const ranges = [
	{ from: "2026-01-01", to: "2026-05-01" },
	{ from: "2026-01-11", to: "2026-04-19" },
	{ from: "2026-01-01", to: addDays(today, 3) },
];
/** One at a time beside the whole: each comes at two steps. */
const narrowings = [
	{ channel: "self_live" },
	{ track: "supply_chain" },
	{ partner: "一风" },
	{ partner: "二风", channel: "other" },
];

async function createOwner(name: string, track: string) {
	const member = await createMember({ role: "partner_owner" });
	const partner = await createPartner({ name, track, organisationId: member.organisation.id });
	return { partner, scope: member.scope };
}

/** An instant of which everything before is known and nothing after. */
async function mark(): Promise<Date> {
	await sleep(5);
	const at = new Date();
	await sleep(5);
	return at;
}

/** Everything the explorer can say of a selection, without what is nothing. */
async function tell(selection: Selection) {
	const isSome = (amounts: { paidFen: bigint; refundedFen: bigint }) =>
		amounts.paidFen !== 0n || amounts.refundedFen !== 0n;
	return Promise.all(
		ranges.map(async (range) => {
			const groups = await listGroups(reports, selection, range, "net", 1, 5);
			const keys = groups.rows.map(({ key }) => key);
			const exported = [];
			for await (const rows of streamExport(reports, selection, range, "week")) exported.push(...rows);
			return {
				...groups,
				rows: groups.rows.filter(isSome),
				count: groups.rows.filter(isSome).length,
				unattributed: groups.unattributed && isSome(groups.unattributed) ? groups.unattributed : null,
				total: [groups.total, await readTotal(reports, selection, range)],
				series: await Promise.all(
					(["day", "month"] as const).map(async (grain) =>
						(await readSeries(reports, selection, range, grain, keys)).filter(isSome),
					),
				),
				exported: exported.filter(isSome),
			};
		}),
	);
}

type People = {
	ops: Awaited<ReturnType<typeof createMember<"ops_lead">>>["scope"];
	one: Awaited<ReturnType<typeof createOwner>>;
	two: Awaited<ReturnType<typeof createOwner>>;
};

function selectEverything({ ops, one }: People, turn: number, knownOn: Date | null): Promise<Selection[]> {
	const narrowing = narrowings[turn % narrowings.length];
	// The address names minutes; the tests need the instants between two changes.
	const at = (selection: Selection | null) => {
		if (!selection) throw new Error("the partner is admitted");
		return { ...selection, knownOn };
	};
	return Promise.all([
		...groupings.flatMap((group) =>
			[{}, narrowing].map(async (narrow) =>
				at(await selectAll(ops, explorerFilterSchema.parse({ group, ...narrow }))),
			),
		),
		...groupings.map(async (group) => at(await selectOwn(one.scope, explorerFilterSchema.parse({ group })))),
	]);
}

async function tellEverything(people: People, turn: number, knownOn: Date | null) {
	const answers = [];
	for (const selection of await selectEverything(people, turn, knownOn)) answers.push(await tell(selection));
	return answers;
}

const good = <Value extends object>(outcome: ({ ok: true } & Value) | { ok: false; reason: string }) => {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
};

test("whatever was told at an earlier instant is told again of that instant: every grouping, filter, chart and export", async () => {
	const one = await createOwner("一风", "brand_operation");
	const two = await createOwner("二风", "supply_chain");
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const people = { ops, one, two };
	const channels = ["other", "self_live", "distribution"];
	const lines = (from: number, count: number) =>
		orderFile(
			Array.from({ length: count }, (_, i) => from + i).map((i) =>
				orderLine({
					event: `E${i}`,
					shop: `S-${(i % 4) + 1}`,
					at: `2026-0${((i >> 2) % 4) + 1}-${String((i % 27) + 1).padStart(2, "0")} 12:00:00`,
					channel: channels[i % 3],
					amount: `${i + 1}.0${i % 10}`,
					type: i % 5 === 4 ? "refund" : "sale",
				}),
			),
		);
	const bind = async (partnerId: string, shopCode: string, trackCode: string, fromDay: string) =>
		good(await bindShop(ops, { partnerId, shopCode, trackCode, fromDay, reason: "更正" })).bindingId;
	let first = "";
	const steps: (() => Promise<unknown>)[] = [
		async () => good(await importText(lines(0, 60))),
		async () => {
			first = await bind(one.partner.id, "S-1", "brand_operation", "2026-01-15");
		},
		() => bind(one.partner.id, "S-2", "brand_operation", "2026-01-01"),
		async () => good(await importText(lines(40, 60))),
		() => bind(two.partner.id, "S-2", "supply_chain", "2026-02-10"),
		async () => good(await endBinding(ops, { bindingId: first, toDay: "2026-03-09", reason: "结束" })),
		async () =>
			good(
				await importShopDayText(
					`day,shop_id,channel,paid,refunded,sale_orders\n2026-03-05,S-5,public,500.05,20.01,7\n${today},S-1,public,9.00,1.00,1\n`,
				),
			),
		async () =>
			good(
				await correctBinding(ops, {
					bindingId: first,
					fromDay: "2026-02-03",
					toDay: "2026-04-02",
					reason: "协议日期有误",
				}),
			),
		async () => {
			await proposeAsPartner(two.scope, {
				shopCode: "S-1",
				trackCode: "supply_chain",
				fromDay: today,
				toDay: "",
				note: "",
			} as never);
			const { rows } = await pool().query("SELECT id FROM shop_bindings WHERE status = 'PROPOSED'");
			good(await confirmProposal(ops, { bindingId: rows[0].id }));
		},
		async () => good(await importText(lines(100, 40))),
	];
	const told: { at: Date; answers: unknown }[] = [];
	for (const [turn, step] of steps.entries()) {
		told.push({ at: await mark(), answers: await tellEverything(people, turn, null) });
		await step();
		// Had a step changed nothing, the test would prove nothing of it.
		if (turn > 0) expect(await tellEverything(people, turn, null)).not.toEqual(told[turn]?.answers);
	}
	const now = await tellEverything(people, 0, null);
	expect(await tellEverything(people, 0, new Date())).toEqual(now);
	for (const [turn, { at, answers }] of told.entries())
		expect(await tellEverything(people, turn, at)).toEqual(answers);
}, 240_000);
