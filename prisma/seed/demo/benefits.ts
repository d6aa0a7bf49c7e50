import type { PoolClient } from "pg";
import { addDays } from "@/lib/platform/time";
import { demoBenefits } from "./benefit-plan";
import { demoId } from "./identifiers";
import type { DemoPlan } from "./plan";
import { createRandom } from "./random";
import { instantOn } from "./timeline";

/** The catalogue, and what became of it: every grant of a pool that names a benefit was once applied for. */
export async function writeBenefits(client: PoolClient, plan: DemoPlan): Promise<void> {
	const { today, programme } = plan.timeline;
	const openedAt = instantOn(addDays(programme.start, -2), 10);
	const lead = plan.users.find(({ email }) => email === "lead@windmaker.example");
	const second = plan.users.find(({ email }) => email === "lead2@windmaker.example");
	if (!lead || !second) throw new Error("DEMO_INCOMPLETE");
	await writeCatalogue(client, openedAt, lead);
	await client.query(FROM_GRANTS, [today, lead.id, second.id]);
	await client.query(USES, [lead.id]);
	await client.query(RIGHTS, [
		today,
		lead.id,
		JSON.stringify(
			demoBenefits.flatMap(({ code, asked, audience }) => (asked ? [{ code, asked, audience }] : [])),
		),
	]);
	await client.query(TAKINGS, [lead.id, today]);
	await client.query(HISTORY);
}

async function writeCatalogue(
	client: PoolClient,
	openedAt: Date,
	lead: { id: string; name: string },
): Promise<void> {
	const random = createRandom("benefits");
	const rows = demoBenefits.map((one) => ({
		id: demoId("bnf", openedAt, random),
		code: one.code,
		status: one.status ?? "PUBLISHED",
		programme: one.programme,
		module: one.module,
		audience: one.audience,
		delivery: one.items ? "ITEMS" : one.pool ? "GRANT" : "RIGHT",
		name_zh: one.names[0],
		name_en: one.names[1],
		description_zh: one.texts[0],
		description_en: one.texts[1],
		terms: { minTier: null, tracks: [], minStep: null, goodStanding: false, ...one.terms },
		pool: one.pool?.[0] ?? null,
		amount: one.pool ? String(one.pool[1]) : null,
		per_period: one.limit?.[0] ?? null,
		period: one.limit?.[1] ?? "MONTH",
		approval: one.approval ?? "AUTO",
		four_eyes_above: one.fourEyesAbove === undefined ? null : String(one.fourEyesAbove),
		valid_days: one.validDays ?? null,
		was: one.was ?? null,
		proof_zh: one.proof?.[0] ?? "",
		proof_en: one.proof?.[1] ?? "",
		items: (one.items ?? []).map(([kind, zh, en], position) => ({
			id: demoId("bit", openedAt, random),
			kind,
			title_zh: zh,
			title_en: en,
			position,
		})),
	}));
	await client.query(CATALOGUE, [JSON.stringify(rows), openedAt, lead.id, lead.name]);
}

const CATALOGUE = `
	WITH r AS (
	  SELECT * FROM json_to_recordset($1) AS r(id text, code text, status text, programme text, module text, audience text,
	    delivery text, name_zh text, name_en text, description_zh text, description_en text, terms jsonb, pool text, amount int8,
	    per_period int, period text, approval text, four_eyes_above int8, valid_days int, was jsonb, proof_zh text, proof_en text, items jsonb)
	), written AS (
	  INSERT INTO benefits (id, code, version, status, programme, module, audience, delivery, name_zh, name_en, description_zh, description_en,
	    terms, pool_id, amount, per_period, period, approval, four_eyes_above, valid_days, proof_zh, proof_en, created_by_id,
	    created_at, updated_at, is_demo)
	  SELECT r.id, r.code, CASE WHEN was IS NULL THEN 1 ELSE 2 END, r.status, programme, module, audience, delivery, r.name_zh, r.name_en, description_zh, description_en, terms,
	         p.id, amount, per_period, period, approval, four_eyes_above, valid_days, proof_zh, proof_en, $3::text, $2, $2, true
	    FROM r LEFT JOIN pools p ON p.code = r.pool
	), versions AS (
	  INSERT INTO benefit_versions (benefit_id, version, content, saved_by, saved_at)
	  SELECT r.id, v, jsonb_build_object('code', r.code, 'programme', programme, 'module', module, 'audience', audience,
	         'delivery', delivery, 'nameZh', r.name_zh, 'nameEn', r.name_en, 'descriptionZh', description_zh,
	         'descriptionEn', description_en, 'terms', terms, 'poolId', p.id, 'amount', amount::text, 'perPeriod', per_period,
	         'period', period, 'totalLimit', NULL, 'approval', approval, 'fourEyesAbove', four_eyes_above::text,
	         'opensOn', NULL, 'closesOn', NULL, 'validDays', valid_days, 'proofZh', proof_zh, 'proofEn', proof_en,
	         'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('titleZh', i->>'title_zh')), '[]') FROM jsonb_array_elements(r.items) i))
	         || CASE WHEN v = 1 AND was IS NOT NULL THEN was ELSE '{}' END, $4::text, $2::timestamptz + (v - 1) * interval '45 days'
	    FROM r LEFT JOIN pools p ON p.code = r.pool CROSS JOIN generate_series(1, CASE WHEN was IS NULL THEN 1 ELSE 2 END) v
	), items AS (
	  INSERT INTO benefit_items (id, benefit_id, kind, title_zh, title_en, url, position)
	  SELECT i.id, r.id, i.kind, i.title_zh, i.title_en, 'https://academy.windmaker.example/' || r.code || '/' || (i.position + 1), i.position
	    FROM r, jsonb_to_recordset(r.items) AS i(id text, kind text, title_zh text, title_en text, position int)
	)
	INSERT INTO audit_entries (at, actor_user_id, actor_label, action, subject_type, subject_id, after)
	SELECT $2::timestamptz + (v - 1) * interval '45 days', $3::text, $4::text,
	       CASE WHEN v = 1 THEN 'benefit.create' ELSE 'benefit.change' END, 'benefit', r.id, jsonb_build_object('code', r.code, 'version', v)
	  FROM r CROSS JOIN generate_series(1, CASE WHEN was IS NULL THEN 1 ELSE 2 END) v`;

/** Who of an organisation asked; where nobody of it has an account, the lead on its behalf. */
const asker = (organisation: string) =>
	`coalesce((SELECT m.user_id FROM memberships m WHERE m.organisation_id = ${organisation} ORDER BY m.id LIMIT 1), $2)`;
const held = `jsonb_build_object('eligible', true, 'conditions', jsonb_build_array(
	jsonb_build_object('code', 'ADMITTED', 'holds', true, 'value', 'ACTIVE', 'threshold', 'ACTIVE'),
	jsonb_build_object('code', 'STANDING', 'holds', true, 'value', 'ACTIVE', 'threshold', 'ACTIVE')))`;

const FROM_GRANTS = `
	INSERT INTO benefit_applications (id, benefit_id, benefit_version, organisation_id, partner_id, statement, amount, state, key,
	  eligibility, first_by_id, first_at, decided_by_id, decided_at, grant_id, granted_on, expires_on, spent, effect, reported_at,
	  created_by_id, created_at, updated_at)
	SELECT 'bap_' || substr(g.id, 5), b.id, 1, o.id, g.partner_id, g.purpose || '：用于本月直播与投放安排', s.given, s.state,
	       'demo-' || g.id, ${held},
	       CASE WHEN s.two THEN $2 END, CASE WHEN s.two THEN g.created_at END,
	       CASE WHEN b.approval = 'PERSON' THEN $3 END, g.created_at, g.id, g.granted_on, g.expires_on, g.spent,
	       CASE WHEN s.state IN ('REPORTED', 'CLOSED') THEN jsonb_build_object(
	         'done', '按计划完成' || g.purpose || '，直播场次与投放按期执行。', 'link', '',
	         'gmvBeforeFen', (s.given % 100000007 * 90 + 20000000)::text,
	         'gmvAfterFen', (s.given % 100000007 * (95 + s.mark) + 20000000)::text) END,
	       CASE WHEN s.state IN ('REPORTED', 'CLOSED') THEN g.created_at + interval '20 days' END,
	       ${asker("o.id")}, g.created_at - interval '6 hours', g.created_at
	  FROM pool_grants g
	  JOIN benefits b ON b.code = g.benefit_code AND b.is_demo AND b.delivery = 'GRANT' AND b.pool_id = g.pool_id
	 CROSS JOIN LATERAL (
	   SELECT g.organisation_id AS id WHERE b.audience = 'PARTNER'
	    UNION ALL
	   (SELECT d.organisation_id FROM shop_bindings s JOIN shops x ON x.id = s.shop_id JOIN brands d ON d.id = x.brand_id
	     WHERE b.audience = 'BRAND' AND s.partner_id = g.partner_id AND s.status = 'CONFIRMED' AND s.from_day <= g.granted_on
	     ORDER BY abs(hashtext(g.id || d.id)) LIMIT 1)) o
	 CROSS JOIN LATERAL (
	   SELECT g.open + g.spent + g.expired AS given, abs(hashtext(g.id)) % 30 AS mark,
	          b.approval = 'PERSON' AND b.four_eyes_above < g.open + g.spent + g.expired AS two) v
	 CROSS JOIN LATERAL (
	   SELECT v.given, v.mark, v.two, CASE
	     WHEN g.open > 0 AND g.spent = 0 THEN 'GRANTED'
	     WHEN g.open > 0 AND v.mark < 8 THEN 'REPORTED'
	     WHEN g.open > 0 THEN 'USED'
	     WHEN g.spent = 0 THEN 'EXPIRED'
	     WHEN g.expires_on >= $1::date AND v.mark < 12 THEN 'REPORTED'
	     WHEN v.mark < 22 THEN 'CLOSED'
	     WHEN g.expires_on < $1::date THEN 'EXPIRED' ELSE 'USED' END AS state) s
	 WHERE g.granted_on IS NOT NULL AND o.id IS NOT NULL`;

const USES = `
	INSERT INTO benefit_uses (id, application_id, amount, used_on, evidence, key, used_by_id, at)
	SELECT 'bus_' || substr(m.id, 5), a.id, m.amount, m.booked_on, '场次与投放订单见后台记录，编号 ' || upper(right(m.id, 8)),
	       'demo-' || m.id, coalesce((SELECT s.user_id FROM memberships s WHERE s.organisation_id = a.organisation_id ORDER BY s.id LIMIT 1), $1), m.at
	  FROM pool_movements m JOIN benefit_applications a ON a.grant_id = m.grant_id WHERE m.kind = 'SPEND'`;

/** Rights without an amount: some wait, some were refused or taken back, the rest are held. */
const RIGHTS = `
	INSERT INTO benefit_applications (id, benefit_id, benefit_version, organisation_id, partner_id, streamer, statement, state, key,
	  eligibility, decided_by_id, decided_at, reason, granted_on, expires_on, created_by_id, created_at, updated_at)
	SELECT 'bap_' || substr(md5(b.code || p.id), 1, 26), b.id, 1, p.organisation_id, p.id,
	       CASE WHEN r.audience = 'STREAMER' THEN (ARRAY['小鹿同学', '阿泽来了', '橙子妈妈', '南山阿哥', '一口甜甜'])[1 + v.mark % 5] END,
	       (ARRAY['团队近期扩招，希望获得支持', '配合下季度直播排期申请', '为重点店铺的提升计划申请'])[1 + v.mark % 3],
	       v.state, 'demo-' || b.code || '-' || p.id, ${held},
	       CASE WHEN v.state IN ('GRANTED', 'REFUSED') THEN $2 END,
	       CASE WHEN v.state IN ('GRANTED', 'REFUSED') THEN v.day + interval '30 hours' END,
	       CASE WHEN v.state = 'REFUSED' THEN '本期名额优先给直播开播更稳定的团队，欢迎下一期再申请。' END,
	       CASE WHEN v.state = 'GRANTED' THEN (v.day + interval '1 day')::date END,
	       CASE WHEN v.state = 'GRANTED' THEN (v.day + interval '1 day')::date + b.valid_days END,
	       ${asker("p.organisation_id")}, v.day + interval '10 hours', v.day + interval '30 hours'
	  FROM json_to_recordset($3) AS r(code text, asked float8, audience text)
	  JOIN benefits b ON b.code = r.code AND b.is_demo
	  JOIN partners p ON p.status = 'ACTIVE' AND p.organisation_id IN (SELECT id FROM organisations WHERE is_demo)
	   AND (b.terms -> 'tracks' = '[]' OR b.terms -> 'tracks' ? p.primary_track)
	 CROSS JOIN LATERAL (SELECT abs(hashtext(b.code || p.uscc)) % 1000 AS mark) h
	 CROSS JOIN LATERAL (
	   SELECT h.mark, s.state, ($1::date - CASE WHEN s.state = 'APPLIED' THEN 1 + h.mark % 6 ELSE 8 + h.mark % 70 END)::timestamptz AS day
	     FROM (SELECT CASE WHEN h.mark % 10 < 2 THEN 'APPLIED' WHEN h.mark % 10 < 3 THEN 'REFUSED'
	                       WHEN h.mark % 10 < 4 THEN 'WITHDRAWN' ELSE 'GRANTED' END AS state) s) v
	 WHERE h.mark < r.asked * 1000 AND p.admitted_on < $1::date - 80`;

const TAKINGS = `
	INSERT INTO benefit_takings (item_id, organisation_id, taken_by_id, taken_at, done_at)
	SELECT i.id, p.organisation_id, $1, v.at, CASE WHEN h.mark % 3 < 2 THEN v.at + interval '9 days' END
	  FROM benefit_items i JOIN benefits b ON b.id = i.benefit_id AND b.is_demo AND b.audience = 'PARTNER'
	  JOIN partners p ON p.status = 'ACTIVE' AND p.organisation_id IN (SELECT id FROM organisations WHERE is_demo)
	 CROSS JOIN LATERAL (SELECT abs(hashtext(i.title_en || p.uscc)) % 100 AS mark) h
	 CROSS JOIN LATERAL (SELECT ($2::date - 10 - h.mark * 2)::timestamptz + interval '11 hours' AS at) v
	 WHERE h.mark < 30`;

const HISTORY = `
	INSERT INTO audit_entries (at, actor_label, organisation_id, action, subject_type, subject_id, reason)
	SELECT a.updated_at, coalesce(u.name, o.name), a.organisation_id,
	       CASE a.state WHEN 'APPLIED' THEN 'benefit-application.apply' WHEN 'WITHDRAWN' THEN 'benefit-application.withdraw'
	         WHEN 'REFUSED' THEN 'benefit-application.refuse'
	         ELSE CASE WHEN a.decided_by_id IS NULL THEN 'benefit-application.grant-by-policy' ELSE 'benefit-application.approve' END END,
	       'benefit_application', a.id, a.reason
	  FROM benefit_applications a JOIN organisations o ON o.id = a.organisation_id JOIN benefits b ON b.id = a.benefit_id AND b.is_demo
	  LEFT JOIN users u ON u.id = a.decided_by_id`;
