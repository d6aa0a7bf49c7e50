import type { PoolClient } from "pg";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import type { CardEventKind } from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { addDays } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { demoId } from "./identifiers";
import { planCarving } from "./orders/write";
import type { DemoPlan } from "./plan";
import { createRandom, type Random } from "./random";
import { instantOn } from "./timeline";
import type { BrandPlan } from "./types";

const otherShops = 24;

type Person = { readonly id: string; readonly name: string };
type Holding = {
	readonly id: string;
	readonly shop: string;
	readonly organisation: string;
	readonly guarantee: Guarantee;
	readonly from: Date;
	readonly to: Date | null;
	readonly by: string;
	readonly byName: string;
	readonly order: number | null;
	readonly buyer: number | null;
};
type Event = {
	readonly shop: string;
	readonly organisation: string;
	readonly guarantee: Guarantee;
	readonly kind: CardEventKind;
	readonly at: Date;
	readonly by: string;
	readonly byName: string;
	readonly values: Readonly<Record<string, string | number>>;
	readonly note: string | null;
};

/**
 * Cards of some shops: one with all four guarantees and other ceilings than it began with, one with a suspension that is
 * appealed, one that gave a guarantee up, and two dozen with one to four. Dated back from the day of the load.
 */
export async function writeTrustCards(client: PoolClient, plan: DemoPlan): Promise<void> {
	const { brands, shops, users, timeline } = plan;
	const random = createRandom("trust-cards");
	const { holdings, events, hold, end } = openCards(random);
	const dayAt = (ago: number, hour: number) => instantOn(addDays(timeline.today, -ago), hour);
	const shopsOf = (brand: BrandPlan) => shops.filter(({ brandId }) => brandId === brand.id);
	const managerOf = ({ organisationId, id }: BrandPlan): Person =>
		users.find((user) => user.organisationId === organisationId) ?? { id, name: "品牌经理" };

	const staffed = new Set(users.map(({ organisationId }) => organisationId));
	const own = brands.find(({ organisationId }) => staffed.has(organisationId));
	const reviewer = users.find(({ role }) => role === "ops_reviewer");
	// Shops whose orders are told line by line hold all four from before the first of them, for claims to be made on.
	const told = new Set([...planCarving(plan).keys()].map((index) => shops[index]?.code));
	const ofOwn = own ? shopsOf(own) : [];
	const full = ofOwn.find(({ code }) => told.has(code)) ?? ofOwn[0];
	const [suspended, left] = ofOwn.filter((shop) => shop !== full);
	if (own && full && suspended && left && reviewer) {
		const manager = managerOf(own);
		for (const [index, guarantee] of guarantees.entries())
			hold(full.code, own, manager, guarantee, dayAt(236 - index * 9, 10.25));
		end(full.code, "REFUND_WITHOUT_RETURN", dayAt(61, 15.5), manager, { order: 30_000, buyer: 90_000 });
		hold(suspended.code, own, manager, "SEVEN_DAY_RETURN", dayAt(180, 11));
		hold(suspended.code, own, manager, "TENFOLD_COMPENSATION", dayAt(150, 14));
		hold(left.code, own, manager, "SEVEN_DAY_RETURN", dayAt(140, 9.5));
		hold(left.code, own, manager, "RETURN_FREIGHT", dayAt(140, 9.75));
		end(left.code, "RETURN_FREIGHT", dayAt(22, 16), manager);
		const suspension = suspendOf(suspended.code, own, manager, reviewer, plan, random);
		await writeSuspension(client, suspension.row);
		events.push(...suspension.events);
	}
	const others = random
		.shuffle(shops.filter(({ brandId }) => brandId && brandId !== own?.id))
		.toSorted((a, b) => Number(told.has(b.code)) - Number(told.has(a.code)));
	for (const { code, brandId } of others.slice(0, otherShops)) {
		const brand = brands.find(({ id }) => id === brandId);
		if (!brand) continue;
		const isTold = told.has(code);
		const ago = isTold ? random.int(170, 230) : random.int(30, 230);
		for (const guarantee of random.shuffle(guarantees).slice(0, isTold ? 4 : random.int(1, 4)))
			hold(code, brand, managerOf(brand), guarantee, dayAt(ago - random.int(0, 20), random.between(9, 18)));
	}
	await writeHoldings(client, holdings);
	await writeEvents(client, events);
}

/** Holdings and their timeline, as a shop takes guarantees on, changes them and gives them up. */
function openCards(random: Random) {
	const holdings: Holding[] = [];
	const events: Event[] = [];
	type Ceilings = { order: number; buyer: number };
	const textOf = ({ order, buyer }: Ceilings) => ({ orderFen: String(order), buyerFen: String(buyer) });
	function hold(shop: string, brand: BrandPlan, { id, name }: Person, guarantee: Guarantee, from: Date) {
		const ceilings = guarantee === "REFUND_WITHOUT_RETURN" ? { order: 20_000, buyer: 60_000 } : null;
		const of = { shop, organisation: brand.organisationId, guarantee, by: id, byName: name };
		holdings.push({
			...{ ...of, id: demoId("thd", from, random), from, to: null },
			...(ceilings ?? { order: null, buyer: null }),
		});
		const values = { version: 1, ...(ceilings && textOf(ceilings)) };
		events.push({ ...of, kind: "OPTED_IN", at: from, values, note: null });
	}
	/** Gives a guarantee up, or goes on with other ceilings. */
	function end(shop: string, guarantee: Guarantee, at: Date, { id, name }: Person, next?: Ceilings) {
		const index = holdings.findIndex((one) => one.shop === shop && one.guarantee === guarantee && !one.to);
		const held = holdings[index];
		if (!held) throw new Error("NOT_HELD");
		holdings[index] = { ...held, to: at };
		if (next) holdings.push({ ...held, ...next, id: demoId("thd", at, random), from: at });
		const of = { shop, organisation: held.organisation, guarantee, by: id, byName: name, at, note: null };
		events.push(
			next
				? { ...of, kind: "CEILINGS_CHANGED", values: textOf(next) }
				: { ...of, kind: "OPTED_OUT", values: {} },
		);
	}
	return { holdings, events, hold, end };
}

/** Suspended three days ago, appealed the day before the load; nobody has answered. */
function suspendOf(
	shop: string,
	{ organisationId }: BrandPlan,
	manager: Person,
	reviewer: Person,
	{ timeline }: DemoPlan,
	random: Random,
) {
	const guarantee = "TENFOLD_COMPENSATION" as const;
	const yesterday = addDays(timeline.today, -1);
	const [at, appealedAt] = [instantOn(addDays(timeline.today, -3), 10.5), instantOn(yesterday, 15.25)];
	const note = "商品详情页写明“假一赔三”，与加入的条款不符，请更正后申请恢复。";
	const statement = "旧版详情页为活动素材缓存，已于当日下线并逐页核对，现全部为“假一赔十”，请复核。";
	const of = { shop, organisation: organisationId, guarantee };
	const events: Event[] = [
		{
			...{ ...of, kind: "SUSPENDED", at, by: reviewer.id, byName: reviewer.name, note },
			values: { reason: "FALSE_PROMISE" },
		},
		{
			...{ ...of, kind: "APPEALED", at: appealedAt, by: manager.id, byName: manager.name },
			...{ note: statement, values: {} },
		},
	];
	const dueOn = addWorkingDays({}, yesterday, trustPoliciesV1.trust_tenfold.appealWorkdays);
	const row = { ...of, id: demoId("tsp", at, random), at, note, statement, appealedAt, dueOn };
	return { events, row: { ...row, by: reviewer.id, byName: reviewer.name, appealedBy: manager.id } };
}

async function writeSuspension(client: PoolClient, row: ReturnType<typeof suspendOf>["row"]): Promise<void> {
	await client.query(
		`INSERT INTO trust_suspensions (id, shop_id, organisation_id, guarantee, from_at, reason_code, note, by_id, by_name,
		                                appeal_state, appeal_statement, appealed_by_id, appealed_at, appeal_due_on)
		 SELECT $1, s.id, $2, $3::trust_guarantee, $4, 'FALSE_PROMISE', $5, $6, $7, 'OPEN', $8, $9, $10, $11::date
		   FROM shops s WHERE s.code = $12`,
		[
			...[row.id, row.organisation, row.guarantee, row.at, row.note, row.by, row.byName],
			...[row.statement, row.appealedBy, row.appealedAt, row.dueOn, row.shop],
		],
	);
}

async function writeHoldings(client: PoolClient, holdings: readonly Holding[]): Promise<void> {
	await client.query(
		`INSERT INTO trust_holdings (id, shop_id, organisation_id, guarantee, held_from, held_to, terms_version, consent_by_id,
		                             consent_by_name, order_ceiling_fen, buyer_ceiling_fen, ended_by_id)
		 SELECT r.id, s.id, r.organisation, r.guarantee::trust_guarantee, r."from", r."to", 1, r."by", r."byName", r."order",
		        r.buyer, CASE WHEN r."to" IS NOT NULL THEN r."by" END
		   FROM json_to_recordset($1) AS r(id text, shop text, organisation text, guarantee text, "from" timestamptz,
		        "to" timestamptz, "by" text, "byName" text, "order" bigint, buyer bigint)
		   JOIN shops s ON s.code = r.shop`,
		[JSON.stringify(holdings)],
	);
}

async function writeEvents(client: PoolClient, events: readonly Event[]): Promise<void> {
	await client.query(
		`INSERT INTO trust_card_events (shop_id, organisation_id, guarantee, kind, at, actor_user_id, actor_label, "values", note)
		 SELECT s.id, r.organisation, r.guarantee::trust_guarantee, r.kind::trust_card_event_kind, r.at, r."by", r."byName",
		        r."values", r.note
		   FROM json_to_recordset($1) AS r(shop text, organisation text, guarantee text, kind text,
		        at timestamptz, "by" text, "byName" text, "values" jsonb, note text)
		   JOIN shops s ON s.code = r.shop ORDER BY r.at`,
		[JSON.stringify(events)],
	);
}
