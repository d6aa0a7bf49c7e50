import type { PoolClient } from "pg";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { readCalendar } from "@/lib/platform/calendar/clocks";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import { createRandom } from "./random";
import { instantOn } from "./timeline";
import type { PartnerPlan } from "./types";

type Person = { id: string; name: string };

function findPerson(plan: DemoPlan, email: string): Person {
	const user = plan.users.find((candidate) => candidate.email === email);
	if (!user) throw new Error("DEMO_INCOMPLETE");
	return user;
}

type Case = {
	partner: PartnerPlan;
	kind: "VOLUNTARY" | "FAILED_STANDARDS" | "RED_LINE" | "LICENCE_EXPIRED";
	reasons: readonly string[];
	statement: string;
	openedOn: Day;
	reply: { isAppeal: boolean; words: string; on: Day } | null;
	wishedOn: Day | null;
	decided: { state: "CONFIRMED" | "DISMISSED"; on: Day; reason: string; effectiveOn: Day | null } | null;
	refund: { afterDays: number; deductionFen: bigint; reason: string | null; rule: string | null } | null;
};

const redLine = "抽查发现连续三周订单收货地址高度集中，与物流轨迹不符。";
const failed = "连续两次定期复核未达到人员与授权数量标准，整改期内未补齐。";

/** Exit cases in each state: of partners that left, of those under notice, and one that was dismissed. */
function planCases({ partners, timeline: { today } }: DemoPlan): Case[] {
	const left = partners.filter((partner) => partner.status === "EXITED");
	const noticed = partners.filter((partner) => partner.status === "EXIT_NOTICE");
	const [stays] = partners.filter((partner) => partner.standing === "medium" && partner.status === "ACTIVE");
	const exitedOn = addDays(today, -62);
	const ended = (reason: string) =>
		({ state: "CONFIRMED", on: addDays(exitedOn, -2), reason, effectiveOn: exitedOn }) as const;
	const base = { reply: null, wishedOn: null, decided: null, refund: null };
	const drafts: (Omit<Case, "partner"> & { partner: PartnerPlan | undefined })[] = [
		{
			...base,
			partner: left[0],
			kind: "RED_LINE",
			reasons: ["FABRICATED_TRADES"],
			statement: redLine,
			openedOn: addDays(today, -80),
			reply: { isAppeal: true, words: "大部分为团购订单，附订货合同。", on: addDays(today, -68) },
			decided: ended("合同所列数量与异常订单不符，申诉不成立。"),
			refund: {
				afterDays: 24,
				deductionFen: 800_000n,
				reason: "先行垫付消费者退款 8,000 元，明细已随通知送达。",
				rule: "合作协议 保证金条款",
			},
		},
		{
			...base,
			partner: left[1],
			kind: "VOLUNTARY",
			reasons: ["OWN_REQUEST"],
			statement: "公司业务调整，集中做自有品牌。",
			openedOn: addDays(today, -75),
			wishedOn: exitedOn,
			decided: ended("按贵司希望的日期退出，感谢合作。"),
			refund: { afterDays: 11, deductionFen: 0n, reason: null, rule: null },
		},
		{
			...base,
			partner: left[2],
			kind: "FAILED_STANDARDS",
			reasons: ["PROBATION_FAILED"],
			statement: failed,
			openedOn: addDays(today, -82),
			decided: ended("答复期内未收到答复，整改目标未达到。"),
		},
		{
			...base,
			partner: noticed[0],
			kind: "FAILED_STANDARDS",
			reasons: ["STANDARD_NOT_MET", "VERIFICATION_FAILED"],
			statement: failed,
			openedOn: addDays(today, -6),
		},
		{
			...base,
			partner: noticed[1],
			kind: "RED_LINE",
			reasons: ["DISPUTE_RATE"],
			statement: "近三个月纠纷率 3.4%，超过 3% 的红线，主要集中在两家店铺的描述不符。",
			openedOn: addDays(today, -12),
			reply: {
				isAppeal: true,
				words: "两家店铺已于上月终止服务，附终止函与近两周数据。",
				on: addDays(today, -1),
			},
		},
		{
			...base,
			partner: noticed[2],
			kind: "VOLUNTARY",
			reasons: ["OWN_REQUEST"],
			statement: "团队合并，由集团内另一家公司承接。",
			openedOn: addDays(today, -1),
			wishedOn: addDays(today, 20),
		},
		{
			...base,
			partner: stays,
			kind: "RED_LINE",
			reasons: ["FORGED_CREDENTIALS"],
			statement: "一份品牌授权书编号与品牌方系统不一致。",
			openedOn: addDays(today, -40),
			reply: { isAppeal: true, words: "授权书系品牌方换发，附品牌方确认函。", on: addDays(today, -36) },
			decided: {
				state: "DISMISSED",
				on: addDays(today, -35),
				reason: "品牌方确认授权真实有效，申诉成立。",
				effectiveOn: null,
			},
		},
	];
	return drafts.flatMap((draft) => (draft.partner ? [{ ...draft, partner: draft.partner }] : []));
}

/** The year and number of cases, probations and verifications written; all in the load's own transaction. */
export async function writePartnerships(client: PoolClient, plan: DemoPlan): Promise<void> {
	const lead = findPerson(plan, "lead@windmaker.example");
	const judge = findPerson(plan, "lead2@windmaker.example");
	for (const [index, one] of planCases(plan).entries()) await writeCase(client, one, index, lead, judge);
	await writeProbations(client, plan, lead);
	await writeVerifications(client, plan);
}

function ownerOf(client: PoolClient, organisationId: string): Promise<string> {
	return client
		.query<{ id: string }>(
			"SELECT user_id AS id FROM memberships WHERE organisation_id = $1 AND role = 'partner_owner' ORDER BY user_id LIMIT 1",
			[organisationId],
		)
		.then(({ rows }) => rows[0]?.id ?? "demo");
}

async function writeCase(client: PoolClient, one: Case, index: number, lead: Person, judge: Person) {
	const { partner, openedOn, reply, wishedOn, decided } = one;
	const isOwn = one.kind === "VOLUNTARY";
	const openedAt = instantOn(openedOn, 10.5);
	const id = demoId("exit", openedAt, createRandom(`exit-${index}`));
	const owner = await ownerOf(client, partner.organisationId);
	const { rows } = await client.query<{ n: bigint }>("SELECT nextval('exit_numbers') AS n");
	const number = `EX-${openedOn.slice(0, 4)}-${String(rows[0]?.n).padStart(6, "0")}`;
	const waits = reply !== null || isOwn || decided !== null;
	const decideBy = addWorkingDays(
		await readCalendar(client),
		reply?.on ?? openedOn,
		admissionPolicyV1.appealAnswerWorkingDays,
	);
	const values = {
		id,
		number,
		partner_id: partner.id,
		organisation_id: partner.organisationId,
		kind: one.kind,
		state: decided?.state ?? (waits ? "REPLIED" : "NOTICE"),
		version: 1 + Number(reply !== null) + Number(decided !== null),
		prior_status: "ACTIVE",
		reason_codes: [...one.reasons],
		statement: one.statement,
		wished_on: wishedOn,
		opened_by_id: isOwn ? owner : lead.id,
		opened_at: openedAt,
		reply_by: isOwn ? openedOn : addDays(openedOn, 15),
		reply: reply?.words ?? null,
		is_appeal: reply?.isAppeal ?? null,
		replied_by_id: reply ? owner : null,
		replied_at: reply && instantOn(reply.on, 15),
		decide_by: waits ? decideBy : null,
		decided_by_id: decided ? judge.id : null,
		decided_at: decided && instantOn(decided.on, 16),
		decision_reason: decided?.reason ?? null,
		effective_on: decided?.effectiveOn ?? null,
	};
	const names = Object.keys(values);
	await client.query(
		`INSERT INTO exit_cases (${names.join(", ")}) VALUES (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
		Object.values(values),
	);
	if (decided?.effectiveOn) await writeNotice(client, one, { id, number, index }, decided.effectiveOn);
	if (one.refund) await writeRefund(client, one, judge);
	await writeLife(client, one, number, { opener: values.opened_by_id, judge: judge.id });
}

async function writeNotice(
	client: PoolClient,
	{ partner, kind, reasons, decided }: Case,
	of: { id: string; number: string; index: number },
	effectiveOn: Day,
): Promise<void> {
	const publishedAt = instantOn(decided?.on ?? effectiveOn, 16);
	const params = { number: of.number, company: partner.name, kind, reasonCodes: reasons, effectiveOn };
	await client.query(
		`INSERT INTO public_notices (id, kind, subject_id, params, effective_on, published_at)
		 VALUES ($1, 'EXIT', $2, $3, $4, $5)`,
		[
			demoId("ntc", publishedAt, createRandom(`notice-${of.index}`)),
			of.id,
			JSON.stringify(params),
			effectiveOn,
			publishedAt,
		],
	);
	await client.query("UPDATE partners SET benefits_frozen_from = $2 WHERE id = $1", [
		partner.id,
		decided?.on,
	]);
}

/** The deposit of a partner that left, paid back but for what a published rule lets the platform keep. */
async function writeRefund(client: PoolClient, { partner, refund, decided }: Case, judge: Person) {
	if (!refund || !decided?.effectiveOn) return;
	const { rows } = await client.query<{ id: string; on: Day }>(
		`UPDATE deposits d SET state = 'REFUNDED', version = d.version + 1, refund_fen = d.amount_fen - $2::bigint,
		        deduction_fen = $2::bigint, deduction_reason = $3, deduction_rule = $4, refunded_on = $5::date,
		        refund_reference = 'TK' || to_char($5::date, 'YYYYMMDD') || upper(right(d.id, 4)), refunded_by_id = $6
		   FROM partners p WHERE p.id = $1 AND p.application_id = d.application_id AND d.state = 'CONFIRMED'
		RETURNING d.id, to_char(d.refunded_on, 'YYYY-MM-DD') AS on`,
		[
			partner.id,
			refund.deductionFen,
			refund.reason,
			refund.rule,
			addDays(decided.effectiveOn, refund.afterDays),
			judge.id,
		],
	);
	for (const { id, on } of rows)
		await client.query(
			`INSERT INTO audit_entries (at, actor_user_id, actor_label, organisation_id, action, subject_type, subject_id, before, after)
			 VALUES ($1, $2, $3, $4, 'deposit.refund', 'deposit', $5, '{"state":"CONFIRMED"}', $6)`,
			[
				instantOn(on, 15),
				judge.id,
				judge.name,
				partner.organisationId,
				id,
				JSON.stringify({ state: "REFUNDED", refundedOn: on }),
			],
		);
}

type LifeLine = { event: string; from: string; to: string; by: string; at: Date };

/** What a case leaves in the partner's life: how it began and, once decided, how it ended. */
async function writeLife(
	client: PoolClient,
	one: Case,
	number: string,
	by: { opener: string; judge: string },
) {
	const { decided, openedOn } = one;
	const ended = decided?.state === "CONFIRMED" ? ["exit", "EXITED"] : ["cancel_notice", "ACTIVE"];
	const lines: LifeLine[] = [
		{
			event: one.kind === "VOLUNTARY" ? "request_exit" : "give_notice",
			from: "ACTIVE",
			to: "EXIT_NOTICE",
			by: by.opener,
			at: instantOn(openedOn, 10.5),
		},
		...(decided
			? [
					{
						event: ended[0] ?? "",
						from: "EXIT_NOTICE",
						to: ended[1] ?? "",
						by: by.judge,
						at: instantOn(decided.on, 16),
					},
				]
			: []),
	];
	for (const { event, from, to, by: actor, at } of lines)
		await client.query(
			`INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, note, at)
			 VALUES ($1, $2, $3::partner_status, $4::partner_status, $5, $6, $7)`,
			[one.partner.id, event, from, to, actor, number, at],
		);
}

/** One plan on its way, one past its deadline, and one that worked. */
async function writeProbations(client: PoolClient, plan: DemoPlan, lead: Person): Promise<void> {
	const { today } = plan.timeline;
	const small = plan.partners.filter((one) => one.standing === "small" && one.status === "ACTIVE");
	const rows = [
		{ partner: small[3], openedOn: addDays(today, -20), state: "OPEN", done: 1 },
		{ partner: small[5], openedOn: addDays(today, -66), state: "OPEN", done: 0 },
		{ partner: small[7], openedOn: addDays(today, -90), state: "RECOVERED", done: 2 },
	] as const;
	for (const [index, { partner, openedOn, state, done }] of rows.entries()) {
		if (!partner) continue;
		const openedAt = instantOn(openedOn, 11);
		const deadline = addDays(openedOn, 60);
		const reason = "近两个月发货及时率低于 90%，售后超时未结案件较多。";
		const texts = [
			[
				"补齐仓配合作方，发货及时率回到 95% 以上",
				addDays(openedOn, 30),
				"已签约第二家云仓，近一周及时率 96%。",
			],
			["售后案件在时限内结案率回到 90% 以上", deadline, "售后组增加两人，周结案率 92%。"],
		] as const;
		const items = texts.map(([text, dueOn, report], at) => ({
			id: String(at + 1),
			text,
			code: null,
			dueOn,
			report: at < done ? report : null,
			reportedOn: at < done ? addDays(openedOn, 14 + at) : null,
			isDone: at < done,
		}));
		const isClosed = state === "RECOVERED";
		const closedAt = isClosed ? instantOn(addDays(openedOn, 55), 15) : null;
		await client.query(
			`INSERT INTO probations (id, partner_id, organisation_id, state, version, reason, plan, deadline, opened_by_id, opened_at,
			                         closed_by_id, closed_at, closing_note)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
			[
				demoId("prb", openedAt, createRandom(`probation-${index}`)),
				partner.id,
				partner.organisationId,
				state,
				1 + done + Number(isClosed),
				reason,
				JSON.stringify({ items }),
				deadline,
				lead.id,
				openedAt,
				isClosed ? lead.id : null,
				closedAt,
				isClosed ? "两项目标均已达到，恢复正常合作。" : null,
			],
		);
		await client.query(
			`INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, note, at)
			 VALUES ($1, 'warn', 'ACTIVE', 'PROBATION', $2, $3, $4)`,
			[partner.id, lead.id, reason, openedAt],
		);
		if (closedAt) {
			await client.query(
				`INSERT INTO partner_events (partner_id, event, from_status, to_status, actor_user_id, at)
				 VALUES ($1, 'recover', 'PROBATION', 'ACTIVE', $2, $3)`,
				[partner.id, lead.id, closedAt],
			);
		} else await client.query("UPDATE partners SET status = 'PROBATION' WHERE id = $1", [partner.id]);
	}
}

/** Verifications to check, awaited, overdue and passed; and one licence that has run out. */
async function writeVerifications(client: PoolClient, plan: DemoPlan): Promise<void> {
	const { today } = plan.timeline;
	const medium = plan.partners.filter((one) => one.standing === "medium" && one.status === "ACTIVE");
	const account = plan.partners.find((one) => one.isOfAccount);
	const rows = [
		{ partner: medium[2], openedOn: addDays(today, -9), state: "SUBMITTED" },
		{ partner: medium[4], openedOn: addDays(today, -5), state: "SUBMITTED" },
		{ partner: account, openedOn: addDays(today, -4), state: "OPEN" },
		{ partner: medium[6], openedOn: addDays(today, -11), state: "OPEN" },
		{ partner: medium[8], openedOn: addDays(today, -19), state: "OPEN" },
		{ partner: medium[10], openedOn: addDays(today, -30), state: "PASSED" },
	] as const;
	const reviewer = findPerson(plan, "reviewer@windmaker.example");
	for (const [index, { partner, openedOn, state }] of rows.entries()) {
		if (!partner) continue;
		const openedAt = instantOn(openedOn, 8.5);
		const isSent = state !== "OPEN";
		const form = {
			legalRepresentative: partner.legalRepresentative,
			registeredCapital: String(partner.registeredCapitalCny),
			address: `${partner.city.province}${partner.city.name}`,
			staffCount: String(partner.staffCount),
			licenceExpiresOn: isSent ? addMonths(today, 40) : "",
			isLicencePermanent: false,
			facilityProofs: "2",
			contractedStreamers: "18",
			brandAuthorisations: "5",
		};
		const checks = { asOf: addDays(openedOn, 3), policyVersion: 1, results: [], isLicenceValid: true };
		await client.query(
			`INSERT INTO verifications (id, partner_id, organisation_id, state, version, due_on, opened_at, form, submitted_by_id,
			                            submitted_at, checks, decided_by_id, decided_at)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
			[
				demoId("ver", openedAt, createRandom(`verification-${index}`)),
				partner.id,
				partner.organisationId,
				state,
				state === "OPEN" ? 1 : state === "SUBMITTED" ? 2 : 3,
				addDays(openedOn, 15),
				openedAt,
				JSON.stringify(form),
				isSent ? await ownerOf(client, partner.organisationId) : null,
				isSent ? instantOn(addDays(openedOn, 3), 14) : null,
				isSent ? JSON.stringify(checks) : null,
				state === "PASSED" ? reviewer.id : null,
				state === "PASSED" ? instantOn(addDays(openedOn, 5), 11) : null,
			],
		);
	}
	const expired = medium[12];
	if (expired)
		await client.query("UPDATE partners SET licence_expires_on = $2 WHERE id = $1", [
			expired.id,
			addDays(today, -8),
		]);
}
