import { addDays, type Day } from "@/lib/platform/time";
import { demoId } from "./identifiers";
import { createRandom } from "./random";
import { instantOn, type Timeline } from "./timeline";
import type { PartnerPlan, Standing } from "./types";

export type RedLinePlan = {
	id: string;
	partnerId: string;
	kind: "FABRICATED_TRADES" | "FORGED_CREDENTIALS";
	occurredOn: Day;
	note: string;
};

const cases = [
	{
		standing: "giant",
		daysAgo: 96,
		kind: "FABRICATED_TRADES",
		note: "抽查 1,240 笔订单，其中 312 笔物流单号无揽收记录，认定虚假交易。",
	},
	{
		standing: "large",
		daysAgo: 153,
		kind: "FABRICATED_TRADES",
		note: "大促期间 3 个直播间由同一设备批量下单后退款，认定刷单。",
	},
	{
		standing: "large",
		daysAgo: 61,
		kind: "FORGED_CREDENTIALS",
		note: "提交的品牌授权书经品牌方核实为伪造。",
	},
	{
		standing: "medium",
		daysAgo: 210,
		kind: "FORGED_CREDENTIALS",
		note: "上传的仓储租赁合同印章与登记不符，认定资质造假。",
	},
	{
		standing: "medium",
		daysAgo: 430,
		kind: "FABRICATED_TRADES",
		note: "历史记录：已满十二个月，不再计入红线。",
	},
	{
		standing: "small",
		daysAgo: 33,
		kind: "FABRICATED_TRADES",
		note: "员工账号循环下单 86 笔，认定虚假交易。",
	},
] as const satisfies readonly (Omit<RedLinePlan, "id" | "partnerId" | "occurredOn"> & {
	standing: Standing;
	daysAgo: number;
})[];

/** The last active partner of a class that had been admitted by then: never the demo account's, never a champion. */
function choosePartner(
	partners: readonly PartnerPlan[],
	taken: ReadonlySet<string>,
	standing: Standing,
	on: Day,
): PartnerPlan | undefined {
	return partners.findLast(
		(partner) =>
			partner.standing === standing &&
			partner.status === "ACTIVE" &&
			!partner.isOfAccount &&
			!taken.has(partner.id) &&
			partner.admittedOn < addDays(on, -30),
	);
}

export function planRedLines(timeline: Timeline, partners: readonly PartnerPlan[]): RedLinePlan[] {
	const random = createRandom("red-lines");
	const taken = new Set<string>();
	return cases.flatMap(({ standing, daysAgo, kind, note }) => {
		const occurredOn = addDays(timeline.today, -daysAgo);
		const partner = choosePartner(partners, taken, standing, occurredOn);
		if (!partner) return [];
		taken.add(partner.id);
		return [
			{
				id: demoId("red", instantOn(occurredOn, 15), random),
				partnerId: partner.id,
				kind,
				occurredOn,
				note,
			},
		];
	});
}

/** One partner of each of two classes is over the line of 3% disputes. */
export function planDisputeRates(
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	redLines: readonly RedLinePlan[],
): ReadonlyMap<string, number> {
	const taken = new Set(redLines.map((record) => record.partnerId));
	const rates = new Map<string, number>();
	for (const [standing, rate] of [
		["near-hundred-million", 0.034],
		["medium", 0.041],
	] as const) {
		const partner = choosePartner(partners, taken, standing, timeline.days[0] ?? timeline.today);
		if (partner) rates.set(partner.id, rate);
	}
	return rates;
}
