import type { MovementKind, PoolAccount, PoolUnit } from "@/lib/domains/pools/types";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import { createRandom, type Random } from "./random";
import { instantOn } from "./timeline";
import type { PartnerPlan } from "./types";

export type PoolPlan = {
	id: string;
	code: string;
	unit: PoolUnit;
	names: readonly [zh: string, en: string];
	purposes: readonly [zh: string, en: string];
	/** What was put in: the programme's own figures (domain.md §3.6), and what was added later. */
	raises: readonly { amount: bigint; month: number; reason: string }[];
	gifts: readonly Gift[];
};

/** What a pool gives again and again, to whom and on which terms. */
type Gift = {
	benefit: string;
	purpose: string;
	base: bigint;
	validDays: number;
	/** Share of partners that are given it in a month. */
	chance: number;
	/** Set aside first, and given a while later or not at all. */
	isReserved?: boolean;
	use: readonly [low: number, high: number];
};

export type MovementPlan = {
	id: string;
	kind: MovementKind;
	from: PoolAccount;
	to: PoolAccount;
	amount: bigint;
	at: Date;
	day: Day;
	reason: string;
	grant: GrantPlan | null;
};

export type GrantPlan = {
	id: string;
	partner: PartnerPlan;
	benefit: string;
	purpose: string;
	createdAt: Date;
	expiresOn: Day | null;
	grantedOn: Day | null;
};

const weights: Record<PartnerPlan["standing"], bigint> = {
	champion: 10n,
	giant: 8n,
	"near-billion": 6n,
	large: 5n,
	"near-hundred-million": 4n,
	medium: 3n,
	small: 1n,
};

export const demoPools: readonly Omit<PoolPlan, "id">[] = [
	{
		code: "reward-fund",
		unit: "FEN",
		names: ["现金激励池", "Cash incentives"],
		purposes: [
			"造风者计划的现金奖励与补贴，按月按业绩发放。",
			"Cash rewards and subsidies of the Windmaker programme, granted monthly by results.",
		],
		raises: [
			{ amount: 8_000_000_000n, month: 0, reason: "年度预算首批拨付，批复 2026-财-017" },
			{ amount: 2_000_000_000n, month: 4, reason: "年度预算第二批拨付，批复 2026-财-102" },
		],
		gifts: [
			{
				benefit: "monthly-growth-reward",
				purpose: "月度增长奖励",
				base: 1_500_000n,
				validDays: 120,
				chance: 0.55,
				use: [0.5, 1],
			},
			{
				benefit: "peak-season-subsidy",
				purpose: "大促投放补贴",
				base: 4_000_000n,
				validDays: 45,
				chance: 0.12,
				use: [0.7, 1],
			},
		],
	},
	{
		code: "traffic",
		unit: "IMPRESSION",
		names: ["流量池", "Traffic"],
		purposes: [
			"扶持直播间与商品的曝光流量，按曝光次数计。",
			"Traffic for livestreams and goods, counted in impressions.",
		],
		raises: [{ amount: 100_000_000_000n, month: 0, reason: "千亿级流量扶持，年度资源排期" }],
		gifts: [
			{
				benefit: "live-traffic-boost",
				purpose: "直播间流量扶持",
				base: 18_000_000n,
				validDays: 30,
				chance: 0.65,
				use: [0.75, 1],
			},
			{
				benefit: "newcomer-traffic",
				purpose: "新店冷启动流量",
				base: 5_000_000n,
				validDays: 60,
				chance: 0.2,
				use: [0.4, 0.9],
			},
		],
	},
	{
		code: "training-budget",
		unit: "FEN",
		names: ["培训赋能池", "Training"],
		purposes: ["运营专家认证、训练营与讲师课酬。", "Expert certification, boot camps and teachers’ fees."],
		raises: [{ amount: 600_000_000n, month: 0, reason: "赋能预算，批复 2026-训-008" }],
		gifts: [
			{
				benefit: "training-voucher",
				purpose: "直播运营专家训练营名额",
				base: 300_000n,
				validDays: 90,
				chance: 0.3,
				use: [0.5, 1],
			},
		],
	},
	{
		code: "ecosystem-fund",
		unit: "FEN",
		names: ["生态基金", "Ecosystem fund"],
		purposes: [
			"对服务商与产业项目的投资承诺，按投决会决议预留与拨付。",
			"Commitments to partners and industry projects, reserved and paid as the committee resolves.",
		],
		raises: [{ amount: 100_000_000_000n, month: 1, reason: "生态基金设立，董事会决议 2026-06" }],
		// What it commits comes with the applications it commits to (fund-plan).
		gifts: [],
	},
];

/** Everything that happened in a pool since the programme began, in order; nothing of it lies ahead of today. */
export function planMovements(plan: DemoPlan, pool: Omit<PoolPlan, "id">): MovementPlan[] {
	const random = createRandom(`pool-${pool.code}`);
	const { today, programme } = plan.timeline;
	const movements: MovementPlan[] = pool.raises.map(({ amount, month, reason }) =>
		moved(
			random,
			{ kind: "RAISE", from: "FUNDING", to: "AVAILABLE", amount, reason, grant: null },
			addMonths(programme.start, month),
			9.5,
		),
	);
	const partners = plan.partners.filter((one) => one.status === "ACTIVE" && one.admittedOn < programme.start);
	const chosen = [
		...partners.filter((one) => one.isOfAccount),
		...random.shuffle(partners.filter((one) => !one.isOfAccount)).slice(0, 36),
	];
	for (let month = 0; addMonths(programme.start, month) < today; month++) {
		for (const partner of chosen)
			for (const gift of pool.gifts) {
				const isGiven = random.chance(gift.chance);
				const day = addDays(addMonths(programme.start, month), random.int(2, 20));
				if (isGiven || (partner.isOfAccount && !gift.isReserved && month >= 5))
					movements.push(...planGrant(random, { partner, gift, day, today }));
			}
	}
	return movements
		.filter((movement) => movement.day < today)
		.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

function moved(
	random: Random,
	movement: Pick<MovementPlan, "kind" | "from" | "to" | "amount" | "reason" | "grant">,
	day: Day,
	hour: number,
): MovementPlan {
	const at = instantOn(day, hour);
	return { ...movement, id: demoId("pmv", at, random), at, day };
}

type Given = { partner: PartnerPlan; gift: Gift; day: Day; today: Day };

/** One grant from its beginning to its end: given, used in two or three parts, and what is left expires. */
function planGrant(random: Random, { partner, gift, day, today }: Given): MovementPlan[] {
	const amount = (gift.base * weights[partner.standing] * BigInt(random.int(8, 12))) / 10n;
	const createdAt = instantOn(day, 10 + random.between(0, 6));
	const givenOn = gift.isReserved ? addDays(day, random.int(20, 40)) : day;
	const isGiven = givenOn < today;
	const grant: GrantPlan = {
		id: demoId("pgr", createdAt, random),
		partner,
		benefit: gift.benefit,
		purpose: `${gift.purpose}（${Number(day.slice(5, 7))}月）`,
		createdAt,
		expiresOn: addDays(day, gift.validDays),
		grantedOn: isGiven ? givenOn : null,
	};
	const hour = (createdAt.getTime() - instantOn(day, 0).getTime()) / 3_600_000;
	const list: MovementPlan[] = [];
	const reason = grant.purpose;
	if (gift.isReserved)
		list.push(
			moved(random, { kind: "RESERVE", from: "AVAILABLE", to: "RESERVED", amount, reason, grant }, day, hour),
		);
	const from = gift.isReserved ? ("RESERVED" as const) : ("AVAILABLE" as const);
	if (isGiven)
		list.push(moved(random, { kind: "GRANT", from, to: "GRANTED", amount, reason, grant }, givenOn, hour));
	let left = amount;
	const used = (amount * BigInt(Math.round(random.between(...gift.use) * 100))) / 100n;
	const parts = random.int(2, 3);
	for (let part = 1; part <= parts; part++) {
		const share = part === parts ? used - (amount - left) : used / BigInt(parts);
		const on = addDays(givenOn, Math.max(1, Math.floor((Math.min(gift.validDays, 60) * part) / (parts + 1))));
		if (share <= 0n || share > left || on >= today || on > (grant.expiresOn ?? on)) continue;
		list.push(
			moved(
				random,
				{
					kind: "SPEND",
					from: "GRANTED",
					to: "SPENT",
					amount: share,
					reason: `核销：${gift.purpose}`,
					grant,
				},
				on,
				15 + random.between(0, 2),
			),
		);
		left -= share;
	}
	const over = addDays(grant.expiresOn ?? today, 1);
	if (isGiven && left > 0n && over < today)
		list.push(
			moved(
				random,
				{ kind: "EXPIRE", from: "GRANTED", to: "EXPIRED", amount: left, reason: "expired", grant },
				over,
				0.02,
			),
		);
	return list;
}
