import type { PoolClient } from "pg";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { judgeClaim, storeWorking } from "@/lib/domains/trust/rules/judge-claim";
import type { ClaimFacts, ClaimReason, Guarantee } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { addDays, businessDayOf, type Day, daysBetween, startOfDay } from "@/lib/platform/time";
import { addWorkingDays, type WorkCalendar } from "@/lib/platform/time/working-days";
import type { DemoPlan } from "./plan";
import { instantOn } from "./timeline";

/** Of so many order lines of a shop with a card one is claimed on. */
const ONE_IN = 11;
const daysOfClaims = 115;
const deposits = { each: 3_000_000n, exhausted: 1_100_000n, platform: 500_000n } as const;

type Line = {
	sourceId: number;
	eventId: string;
	lineNo: number;
	shopId: number;
	organisationId: string;
	paidAt: Date;
	productId: string;
	productName: string;
	quantity: number;
	paidFen: bigint;
	buyerId: string | null;
	held: Guarantee[];
	orderCeilingFen: bigint | null;
	buyerCeilingFen: bigint | null;
	/** 0–9999, the same for the same line whenever it is loaded. */
	chance: number;
};

type Person = { id: string; name: string };

/**
 * Claims on order lines of the shops that hold a guarantee, judged by the very rules: old ones closed, recent ones paid or
 * decided, the newest open; one shop's deposit is used up, and some decisions are appealed.
 */
export async function writeTrustClaims(client: PoolClient, plan: DemoPlan): Promise<number> {
	const lines = await readLines(client, plan.timeline.today);
	if (lines.length === 0) return 0;
	const calendar = await readCalendar(client);
	const [lead, reviewer] = ["ops_lead", "ops_reviewer"].map((role) =>
		plan.users.find((user) => user.role === role),
	);
	if (!lead || !reviewer) throw new Error("DEMO_WITHOUT_LEAD");
	await writeDeposits(client, lines, lead, plan.timeline.today);
	const year = plan.timeline.today.slice(0, 4);
	const drafts = lines
		.flatMap((line) => draftOf(line, plan.timeline.today, calendar, reviewer) ?? [])
		.sort((one, other) => one.claim.opened_at.getTime() - other.claim.opened_at.getTime());
	drafts.forEach(({ claim }, index) => {
		claim.number = `TC-${year}-${String(index + 1).padStart(6, "0")}`;
	});
	await client.query("SELECT setval('trust_claim_numbers', $1)", [Math.max(1, drafts.length)]);
	await writeDrafts(client, drafts);
	return drafts.length;
}

async function readLines(client: PoolClient, today: Day): Promise<Line[]> {
	const { rows } = await client.query<Line>(
		`SELECT * FROM (
		   SELECT l.source_id AS "sourceId", l.event_id AS "eventId", l.line_no AS "lineNo", l.shop_id AS "shopId",
		          b.organisation_id AS "organisationId", l.occurred_at AS "paidAt", l.product_id AS "productId",
		          l.product_name AS "productName", l.quantity, l.amount_fen AS "paidFen", l.buyer_id AS "buyerId",
		          ARRAY(SELECT g::text FROM unnest(enum_range(NULL::trust_guarantee)) g WHERE trust_held(l.shop_id, g, l.occurred_at)) AS held,
		          h.order_ceiling_fen AS "orderCeilingFen", h.buyer_ceiling_fen AS "buyerCeilingFen",
		          ('x' || substr(md5(l.event_id), 1, 7))::bit(28)::int % 10000 AS chance,
		          ('x' || substr(md5(l.event_id || 'claim'), 1, 7))::bit(28)::int AS lot
		     FROM order_lines l JOIN shops s ON s.id = l.shop_id JOIN brands b ON b.id = s.brand_id
		     JOIN gmv_sources g ON g.id = l.source_id AND g.is_demo
		     LEFT JOIN trust_holdings h ON h.shop_id = l.shop_id AND h.guarantee = 'REFUND_WITHOUT_RETURN'
		          AND h.held_from <= l.occurred_at AND (h.held_to IS NULL OR l.occurred_at < h.held_to)
		    WHERE l.type = 'sale' AND l.line_no = 1 AND l.day >= $1::date AND l.shop_id IN (SELECT shop_id FROM trust_holdings)
		      AND NOT EXISTS (SELECT FROM order_lines r WHERE r.shop_id = l.shop_id AND r.type = 'refund'
		                         AND r.sale_event_id = l.event_id AND r.day >= l.day)
		 ) found WHERE lot % ${ONE_IN} = 0 AND cardinality(held) > 0 ORDER BY "paidAt", "eventId"`,
		[addDays(today, -daysOfClaims)],
	);
	return rows;
}

async function readCalendar(client: PoolClient): Promise<WorkCalendar> {
	const { rows } = await client.query<{ day: Day; work: boolean }>(
		"SELECT to_char(day, 'YYYY-MM-DD') AS day, is_workday AS work FROM calendar_days",
	);
	return Object.fromEntries(rows.map(({ day, work }) => [day, work]));
}

/** Money that came in before the first claim; the last shop's is soon used up. */
async function writeDeposits(
	client: PoolClient,
	lines: readonly Line[],
	lead: Person,
	today: Day,
): Promise<void> {
	const shops = [...new Map(lines.map((line) => [line.shopId, line.organisationId]))].sort(
		([one], [other]) => one - other,
	);
	const at = instantOn(addDays(today, -daysOfClaims - 5), 10);
	await client.query(
		`INSERT INTO trust_accounts (id, shop_id, organisation_id, created_at)
		 SELECT 'shop:' || shop, shop, organisation, $2 FROM json_to_recordset($1) AS r(shop int, organisation text)
		 ON CONFLICT (id) DO NOTHING`,
		[JSON.stringify(shops.map(([shop, organisation]) => ({ shop, organisation }))), at],
	);
	const entries = [
		...shops.map(([shop], index) => ({
			account: `shop:${shop}`,
			amount: String(index === shops.length - 1 ? deposits.exhausted : deposits.each),
		})),
		{ account: "platform", amount: String(deposits.platform) },
	];
	await client.query(
		`INSERT INTO trust_entries (id, key, kind, from_account, to_account, amount_fen, actor_user_id, actor_label, reason, at)
		 SELECT 'ten_demo_' || replace(account, ':', '_'), 'demo:' || account, 'TOP_UP', 'outside', account, amount, $2, $3, '信任卡保证金到账', $4
		   FROM json_to_recordset($1) AS r(account text, amount bigint) ON CONFLICT (key) DO NOTHING`,
		[JSON.stringify(entries), lead.id, lead.name, at],
	);
}

type ClaimRow = ReturnType<typeof rowOf>;
type EventRow = {
	claim_id: string;
	kind: string;
	at: Date;
	actor_user_id: string | null;
	actor_label: string;
	party: string;
	values: Record<string, string>;
	note: string | null;
};
type AppealRow = {
	claim_id: string;
	party: string;
	statement: string;
	outcome_before: string;
	amount_before: string | null;
	lodged_at: Date;
	due_on: Day;
};
type Draft = { claim: ClaimRow; events: EventRow[]; appeal: AppealRow | null; evidence: string | null };

const statements: Record<ClaimReason, string> = {
	NO_REASON: "商品完好未使用，按七天无理由申请退货。",
	QUALITY: "收到后发现开线，影响使用，已拍照。",
	COUNTERFEIT: "与专柜正品防伪不符，申请按假一赔十处理。",
	DAMAGED: "外箱挤压，内件破损，已在签收时拍照。",
	SPOILED: "打开后有异味，已过适饮状态。",
	WRONG_ITEM: "下单的是大号，收到中号。",
	MISSING_PARTS: "礼盒缺少赠品杯。",
	NOT_AS_DESCRIBED: "实物颜色与详情页不符。",
};

/** Which guarantee, and why: by the line's chance, among those the shop held when it was paid. */
function choose({ held, chance }: Line): { guarantee: Guarantee; reason: ClaimReason } | null {
	const pick = chance % 100;
	const wanted: [Guarantee, ClaimReason] =
		pick < 40
			? ["SEVEN_DAY_RETURN", "NO_REASON"]
			: pick < 52
				? ["SEVEN_DAY_RETURN", "QUALITY"]
				: pick < 74
					? ["RETURN_FREIGHT", pick < 64 ? "NO_REASON" : "QUALITY"]
					: pick < 78
						? ["TENFOLD_COMPENSATION", "COUNTERFEIT"]
						: [
								"REFUND_WITHOUT_RETURN",
								(["DAMAGED", "SPOILED", "WRONG_ITEM", "MISSING_PARTS", "NOT_AS_DESCRIBED"] as const)[
									pick % 5
								] ?? "DAMAGED",
							];
	return held.includes(wanted[0]) ? { guarantee: wanted[0], reason: wanted[1] } : null;
}

const documents = {
	SEVEN_DAY_RETURN: trustPoliciesV1.trust_seven_day,
	RETURN_FREIGHT: trustPoliciesV1.trust_freight,
	TENFOLD_COMPENSATION: trustPoliciesV1.trust_tenfold,
	REFUND_WITHOUT_RETURN: trustPoliciesV1.trust_refund_only,
} as const;

function draftOf(line: Line, today: Day, calendar: WorkCalendar, reviewer: Person): Draft | null {
	const chosen = choose(line);
	if (!chosen) return null;
	const { chance } = line;
	const paidOn = businessDayOf(line.paidAt);
	const signedOn = addDays(paidOn, 2 + (chance % 2));
	// One in twenty asks too late.
	const noticeOn = addDays(signedOn, chance % 20 === 7 ? 12 : 1 + (chance % 4));
	if (noticeOn >= today) return null;
	const noticeAt = instantOn(noticeOn, 9 + (chance % 10));
	const isVague = chance % 7 === 3;
	const facts = factsOf(line, chosen.reason, noticeAt, isVague ? null : signedOn);
	const policy = {
		guarantee: chosen.guarantee,
		version: 1,
		document: documents[chosen.guarantee],
	} as JudgedPolicy;
	const judged = judgeClaim(facts, policy, { calendar, limits: trustPoliciesV1.trust_refund_only });
	const story = storyOf(judged, chance, noticeOn, today, calendar);
	return tell({ line, chosen, facts, judged, story, noticeAt, calendar, today, reviewer });
}

function factsOf(line: Line, reason: ClaimReason, noticeSentAt: Date, signedOn: Day | null): ClaimFacts {
	const { chance, paidFen, orderCeilingFen, buyerCeilingFen } = line;
	return {
		...{ reason, noticeSentAt, paidFen, outboundFreightFen: 0n, refundedFen: 0n, signedOn },
		...{
			goodsClass: "ORDINARY",
			isFood: chance % 3 === 0,
			isExclusionConfirmed: null,
			wasHeld: true,
			otherClaims: 0,
		},
		...{
			isFreightPaid: false,
			freightFen: BigInt(600 + (chance % 13) * 100),
			hasCarrierProof: signedOn !== null,
		},
		...{
			region: ["31", "33", "44", "65"][chance % 4] ?? "31",
			isCounterfeitEstablished: signedOn === null ? null : chance % 5 < 3,
		},
		ceilings:
			orderCeilingFen === null || buyerCeilingFen === null
				? null
				: { orderFen: orderCeilingFen, buyerFen: buyerCeilingFen },
		buyer: {
			claims: chance % 23 === 0 ? 6 : 0,
			orders: 3,
			paidFen: paidFen * 3n,
			refundedFen: 0n,
			refundOnlyFen: 0n,
		},
	};
}

type Judged = ReturnType<typeof judgeClaim>;
type Story = {
	decision: "GRANTED" | "REFUSED" | null;
	isMachines: boolean;
	decidedOn: Day;
	isAppealed: boolean;
};

/** What became of it: the machine's own at once, a person's after some working days, the newest still open. */
function storyOf(
	{ verdict, isMachines, amount }: Judged,
	chance: number,
	noticeOn: Day,
	today: Day,
	calendar: WorkCalendar,
): Story {
	const decidedOn = isMachines ? noticeOn : addWorkingDays(calendar, noticeOn, 2 + (chance % 3));
	const isOpen = !isMachines && decidedOn >= addDays(today, -1);
	const canGrant = amount.ok && amount.working.totalFen > 0n && verdict !== "FAIL";
	const decision = isOpen ? null : isMachines || (canGrant && chance % 4 !== 0) ? "GRANTED" : "REFUSED";
	const isRecent = daysBetween(decidedOn, today) <= 12;
	return { decision, isMachines, decidedOn, isAppealed: isRecent && !isMachines && chance % 3 === 0 };
}

const demoMachine = "trust:screen";

type Told = {
	line: Line;
	chosen: { guarantee: Guarantee; reason: ClaimReason };
	facts: ClaimFacts;
	judged: Judged;
	story: Story;
	noticeAt: Date;
	calendar: WorkCalendar;
	today: Day;
	reviewer: Person;
};

function tell(told: Told): Draft {
	const { line, judged, story, noticeAt, reviewer, calendar } = told;
	const claim = rowOf(told);
	const at = story.isMachines ? noticeAt : instantOn(story.decidedOn, 15);
	const by = story.isMachines
		? { actor_user_id: null, actor_label: demoMachine }
		: { actor_user_id: reviewer.id, actor_label: reviewer.name };
	const event = (
		kind: string,
		when: Date,
		party: string,
		values: Record<string, string>,
		more: Partial<EventRow> = {},
	): EventRow => ({
		...{
			claim_id: claim.id,
			kind,
			at: when,
			party,
			values,
			note: null,
			actor_user_id: null,
			actor_label: demoMachine,
		},
		...more,
	});
	const events = [
		event(
			"OPENED",
			noticeAt,
			"BUYER",
			{ channel: "API", reason: told.chosen.reason },
			{ actor_label: "api:订单中台" },
		),
		event("SCREENED", noticeAt, "PLATFORM", { verdict: judged.verdict }),
	];
	const amountFen = String(claim.amount_fen ?? "");
	if (story.decision)
		events.push(
			event(story.decision, at, "PLATFORM", amountFen ? { amountFen, payer: "SHOP" } : {}, {
				...by,
				note: claim.decision_note,
			}),
		);
	const appeal: AppealRow | null =
		story.isAppealed && story.decision
			? {
					...{
						claim_id: claim.id,
						party: story.decision === "GRANTED" ? "SHOP" : "BUYER",
						lodged_at: instantOn(addDays(story.decidedOn, 1), 11),
					},
					statement:
						story.decision === "GRANTED"
							? "买家寄回的商品与发出时不符，附开箱视频。"
							: "签收记录已向承运人调取，请复核。",
					...{ outcome_before: story.decision, amount_before: amountFen || null },
					due_on: addWorkingDays(calendar, addDays(story.decidedOn, 1), 3),
				}
			: null;
	const evidence =
		!story.isMachines && line.chance % 2 === 0 ? "已核对发货记录与物流轨迹，情况如买家所述。" : null;
	return { claim, events, appeal, evidence };
}

function rowOf({ line, chosen, facts, judged, story, noticeAt, calendar, today, reviewer }: Told) {
	const { decision, decidedOn, isMachines } = story;
	const working = judged.amount.ok ? judged.amount.working : null;
	const isGrant = decision === "GRANTED" && working !== null;
	const openedOn = businessDayOf(noticeAt);
	const until = decision ? addDays(decidedOn, 15) : null;
	const isClosed = until !== null && until < today && !story.isAppealed;
	const decidedAt = decision ? (isMachines ? noticeAt : instantOn(decidedOn, 15)) : null;
	const hasEvidence = !isMachines && line.chance % 2 === 0;
	const isLate = !decision && addWorkingDays(calendar, openedOn, 3) < today;
	const isEvidence = hasEvidence || isLate;
	const dueOn = decision
		? isGrant
			? addWorkingDays(calendar, decidedOn, 3)
			: null
		: addWorkingDays(calendar, openedOn, isEvidence ? 6 : 3);
	return {
		id: `tcl_demo_${line.sourceId}_${line.eventId}`,
		number: "",
		key: `demo:${line.eventId}`,
		...{ shop_id: line.shopId, organisation_id: line.organisationId, guarantee: chosen.guarantee },
		...{ source_id: line.sourceId, event_id: line.eventId, line_no: line.lineNo, paid_at: line.paidAt },
		...{ product_id: line.productId, product_name: line.productName, quantity: line.quantity },
		...{ paid_fen: String(line.paidFen), buyer_id: line.buyerId, reason: chosen.reason },
		...{ statement: statements[chosen.reason], notice_sent_at: noticeAt, signed_on: facts.signedOn },
		...{
			goods_class: facts.goodsClass,
			is_food: facts.isFood,
			freight_fen: String(facts.freightFen),
			region: facts.region,
		},
		...{
			has_carrier_proof: facts.hasCarrierProof,
			is_counterfeit_established: facts.isCounterfeitEstablished,
		},
		...{ screening: judged.screening, verdict: judged.verdict, version: 2 },
		state: decision ? (isClosed && !isGrant ? "CLOSED" : "DECIDED") : isEvidence ? "EVIDENCE" : "OPENED",
		...{
			outcome: decision,
			amount_fen: isGrant ? String(working.totalFen) : null,
			payer: isGrant ? "SHOP" : null,
		},
		working: isGrant ? storeWorking(working) : null,
		reason_codes: isGrant
			? [working.winner === "FLOOR" ? "LAW_APPLIES" : "PROMISE_APPLIES"]
			: decision
				? [
						judged.verdict === "FAIL" && chosen.guarantee !== "TENFOLD_COMPENSATION"
							? "TOO_LATE"
							: "EVIDENCE_MISSING",
					]
				: [],
		decision_note:
			decision === "REFUSED" ? "经核对，现有证据不足以支持该申请；可在期限内申诉并补充证据。" : null,
		decided_by_id: decision && !isMachines ? reviewer.id : null,
		decided_by_name: decision && !isMachines ? reviewer.name : null,
		...{ decided_at: decidedAt, due_on: dueOn, appealable_until: until, opened_at: noticeAt },
		responded_at: decidedAt ?? (isEvidence ? instantOn(addDays(openedOn, 1), 14) : null),
		closed_at: isClosed && !isGrant ? startOfDay(addDays(until, 1)) : null,
		was_overdue: isLate,
		/** Whether its time is over: closed once it is paid. */
		closes_on: isClosed && until ? addDays(until, 1) : null,
	};
}

async function writeDrafts(client: PoolClient, drafts: readonly Draft[]): Promise<void> {
	await client.query(
		`INSERT INTO trust_claims (id, number, key, shop_id, organisation_id, guarantee, source_id, event_id, line_no, paid_at,
		        product_id, product_name, quantity, paid_fen, buyer_id, reason, statement, notice_sent_at, channel, signed_on,
		        goods_class, is_food, freight_fen, has_carrier_proof, region, is_counterfeit_established, policy_version, screening,
		        verdict, state, version, outcome, amount_fen, working, reason_codes, decision_note, decided_by_id, decided_by_name,
		        decided_at, payer, due_on, was_overdue, appealable_until, opened_at, responded_at, closed_at)
		 SELECT id, number, key, shop_id, organisation_id, guarantee::trust_guarantee, source_id, event_id, line_no, paid_at,
		        product_id, product_name, quantity, paid_fen, buyer_id, reason, statement, notice_sent_at, 'API', signed_on,
		        goods_class, is_food, freight_fen, has_carrier_proof, region, is_counterfeit_established, 1, screening,
		        verdict::trust_verdict, state::trust_claim_state, version, outcome::trust_claim_outcome, amount_fen, working,
		        ARRAY(SELECT json_array_elements_text(reason_codes)), decision_note, decided_by_id, decided_by_name, decided_at,
		        payer::trust_payer, due_on, was_overdue, appealable_until, opened_at, responded_at, closed_at
		   FROM json_to_recordset($1) AS r(id text, number text, key text, shop_id int, organisation_id text, guarantee text,
		        source_id smallint, event_id text, line_no int, paid_at timestamptz, product_id text, product_name text, quantity int,
		        paid_fen bigint, buyer_id text, reason text, statement text, notice_sent_at timestamptz, signed_on date,
		        goods_class text, is_food boolean, freight_fen bigint, has_carrier_proof boolean, region text,
		        is_counterfeit_established boolean, screening jsonb, verdict text, state text, version int, outcome text,
		        amount_fen bigint, working jsonb, reason_codes json, decision_note text, decided_by_id text, decided_by_name text,
		        decided_at timestamptz, payer text, due_on date, was_overdue boolean, appealable_until date, opened_at timestamptz,
		        responded_at timestamptz, closed_at timestamptz)`,
		[JSON.stringify(drafts.map(({ claim }) => claim))],
	);
	await client.query(
		`INSERT INTO trust_claim_events (claim_id, kind, at, actor_user_id, actor_label, party, values, note)
		 SELECT claim_id, kind::trust_claim_event_kind, at, actor_user_id, actor_label, party::trust_party, values, note
		   FROM ROWS FROM (json_to_recordset($1) AS (claim_id text, kind text, at timestamptz, actor_user_id text,
		        actor_label text, party text, values jsonb, note text)) WITH ORDINALITY AS r ORDER BY r.ordinality`,
		[JSON.stringify(drafts.flatMap(({ events }) => events))],
	);
	await payDrafts(client, drafts);
	await client.query(
		`INSERT INTO trust_claim_evidences (id, claim_id, party, text, added_by_name, added_at)
		 SELECT 'tev_' || claim_id, claim_id, 'SHOP', text, '店铺客服', at
		   FROM json_to_recordset($1) AS r(claim_id text, text text, at timestamptz)`,
		[
			JSON.stringify(
				drafts.flatMap(({ claim, evidence }) =>
					evidence ? [{ claim_id: claim.id, text: evidence, at: claim.responded_at }] : [],
				),
			),
		],
	);
	await client.query(
		`INSERT INTO trust_claim_appeals (claim_id, party, statement, outcome_before, amount_before, lodged_at, lodged_by_name, due_on)
		 SELECT claim_id, party::trust_party, statement, outcome_before::trust_claim_outcome, amount_before, lodged_at, '店铺客服', due_on
		   FROM json_to_recordset($1) AS r(claim_id text, party text, statement text, outcome_before text, amount_before bigint,
		        lodged_at timestamptz, due_on date)`,
		[JSON.stringify(drafts.flatMap(({ appeal }) => appeal ?? []))],
	);
}

/** Pays what was granted in its order as far as each deposit reaches; the rest waits. */
async function payDrafts(client: PoolClient, drafts: readonly Draft[]): Promise<void> {
	const { rows } = await client.query<{ shopId: number; balance: bigint }>(
		`SELECT shop_id AS "shopId", balance_fen AS balance FROM trust_accounts WHERE shop_id IS NOT NULL`,
	);
	const left = new Map(rows.map(({ shopId, balance }) => [shopId, balance]));
	const spent = new Set<number>();
	const granted = drafts
		.filter(({ claim }) => claim.amount_fen !== null && claim.decided_at !== null)
		.sort((one, other) => Number(one.claim.decided_at) - Number(other.claim.decided_at));
	const done = granted.map(({ claim }) => {
		const balance = left.get(claim.shop_id) ?? 0n;
		const amount = BigInt(claim.amount_fen ?? 0);
		const isPaid = !spent.has(claim.shop_id) && balance >= amount;
		if (isPaid) left.set(claim.shop_id, balance - amount);
		else spent.add(claim.shop_id);
		return {
			id: claim.id,
			shop_id: claim.shop_id,
			amount: String(amount),
			at: claim.decided_at,
			is_paid: isPaid,
			closes_on: isPaid ? claim.closes_on : null,
			balance: String(balance),
		};
	});
	const paid = JSON.stringify(done);
	const columns =
		"id text, shop_id int, amount bigint, at timestamptz, is_paid boolean, closes_on date, balance text";
	await client.query(
		`INSERT INTO trust_entries (id, key, kind, from_account, to_account, amount_fen, claim_id, actor_label, reason, at)
		 SELECT 'ten_' || p.id, 'claim:' || p.id, 'PAYMENT', 'shop:' || p.shop_id, 'buyers', p.amount, p.id, $2, c.number, p.at
		   FROM json_to_recordset($1) AS p(${columns}) JOIN trust_claims c ON c.id = p.id WHERE p.is_paid ORDER BY p.at`,
		[paid, demoMachine],
	);
	await client.query(
		`INSERT INTO trust_claim_events (claim_id, kind, at, actor_label, party, values)
		 SELECT p.id, CASE WHEN p.is_paid THEN 'PAID' ELSE 'QUEUED' END::trust_claim_event_kind, p.at, $2, 'PLATFORM',
		        CASE WHEN p.is_paid THEN jsonb_build_object('amountFen', p.amount::text, 'payer', 'SHOP')
		             ELSE jsonb_build_object('balanceFen', p.balance) END
		   FROM json_to_recordset($1) AS p(${columns}) ORDER BY p.at`,
		[paid, demoMachine],
	);
	await client.query(
		`UPDATE trust_claims c SET version = c.version + 1,
		        state = CASE WHEN p.closes_on IS NOT NULL THEN 'CLOSED' WHEN p.is_paid THEN 'PAID' ELSE c.state END::trust_claim_state,
		        payment_state = CASE WHEN p.is_paid THEN 'PAID' ELSE 'QUEUED' END::trust_payment_state,
		        payment_at = CASE WHEN p.is_paid THEN p.at END, due_on = CASE WHEN p.is_paid THEN NULL ELSE c.due_on END,
		        closed_at = CASE WHEN p.closes_on IS NOT NULL THEN p.closes_on::timestamp AT TIME ZONE 'Asia/Shanghai' END
		   FROM json_to_recordset($1) AS p(${columns}) WHERE p.id = c.id`,
		[paid],
	);
	await client.query(
		`INSERT INTO trust_claim_events (claim_id, kind, at, actor_label, party)
		 SELECT id, 'CLOSED', closed_at, 'trust:settle', 'PLATFORM' FROM trust_claims
		  WHERE state = 'CLOSED' AND id LIKE 'tcl\\_demo%' ORDER BY closed_at`,
	);
}
