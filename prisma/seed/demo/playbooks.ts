import type { PoolClient } from "pg";
import { templateV1 } from "@/lib/domains/playbook/constants/template-v1";
import { addDays } from "@/lib/platform/time";
import type { DemoPlan } from "./plan";
import { createRandom } from "./random";
import { instantOn } from "./timeline";

const demoBrands = 30;

/**
 * Playbooks of thirty brands, begun one after another: what was due is mostly done, what a partner handed in waits here
 * and there, and some brands are stuck. Ids follow from the brand and the item.
 */
export async function writePlaybooks(
	client: PoolClient,
	{ brands, partners, users, timeline }: DemoPlan,
	lead: { id: string; name: string },
): Promise<void> {
	const random = createRandom("playbooks");
	const staffed = new Set(users.map(({ organisationId }) => organisationId));
	const managers = users.filter(({ role }) => role === "ops_lead" || role === "ops_reviewer");
	const chosen = brands.toSorted(
		(a, b) => Number(staffed.has(b.organisationId)) - Number(staffed.has(a.organisationId)),
	);
	const starts = chosen.slice(0, demoBrands).map((brand, index) => {
		const begun = index === 0 ? 62 : random.int(6, 175);
		return {
			...{ id: brand.id, brand: brand.name, begun, from: addDays(timeline.today, -begun) },
			manager: index % 9 === 8 ? null : (managers[index % Math.max(1, managers.length)]?.id ?? lead.id),
			// A stuck brand did nothing for weeks.
			idle: index > 0 && random.int(1, 10) <= 3 ? random.int(12, 40) : random.int(0, 4),
		};
	});
	const items = starts.flatMap(({ id, from, begun, idle }) =>
		templateV1.map((one, position) => {
			const age = begun - one.dueAfterDays;
			const done = age > idle || (age > -10 && random.int(1, 10) <= 2);
			const isProposed = !done && one.owner === "PARTNER" && age > -6;
			const key = `${id.slice(4)}${String(position).padStart(2, "0")}`;
			const day = addDays(timeline.today, -Math.max(1, age + random.int(0, 3)));
			return {
				...{ id: `pbi_${key}`, brand_id: id, key: one.key, step: one.step, position, owner: one.owner },
				...{
					is_required: one.isRequired,
					evidence_kind: one.evidence,
					due_on: addDays(from, one.dueAfterDays),
				},
				state: done ? "DONE" : isProposed ? "PROPOSED" : "OPEN",
				version: done ? 2 : isProposed ? 2 : 1,
				moved_at: done || isProposed ? instantOn(day, random.between(9, 18)) : null,
				event: done ? "COMPLETE" : isProposed ? "PROPOSE" : null,
				side: isProposed ? "PARTNER" : one.owner === "PLATFORM" ? "PLATFORM" : "BRAND",
				proof: (done || isProposed) && ["FILE", "LINK", "STREAMERS"].includes(one.evidence),
			};
		}),
	);
	await client.query(
		`UPDATE brands b SET manager_id = r.manager, playbook_version = 1, playbook_from = r."from"::date
		   FROM json_to_recordset($1) AS r(id text, manager text, "from" text) WHERE b.id = r.id`,
		[JSON.stringify(starts)],
	);
	const rows = `json_to_recordset($1) AS r(id text, brand_id text, key text, step int, position int, owner playbook_side,
		is_required boolean, evidence_kind playbook_evidence_kind, due_on date, state playbook_item_state, version int,
		moved_at timestamptz, event playbook_event_kind, side playbook_side, proof boolean)`;
	const values = [JSON.stringify(items)];
	const byName = "CASE r.side WHEN 'BRAND' THEN '品牌经理' WHEN 'PARTNER' THEN '服务商' ELSE '品牌运营' END";
	await client.query(
		`INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind,
		   due_on, state, version, moved_by_name, moved_at)
		 SELECT id, brand_id, key, 1, step, position, owner, is_required, evidence_kind, due_on, state, version,
		        CASE WHEN event IS NOT NULL THEN ${byName} END, moved_at FROM ${rows}`,
		values,
	);
	await client.query(
		`INSERT INTO playbook_events (id, item_id, kind, key, by_name, side, at)
		 SELECT replace(id, 'pbi_', 'pbe_'), id, event, replace(id, 'pbi_', 'pbe_'), ${byName}, side, moved_at
		   FROM ${rows} WHERE event IS NOT NULL`,
		values,
	);
	await writeHandIns(client, partners.find((partner) => partner.isOfAccount)?.id ?? "");
	await client.query(
		`INSERT INTO playbook_evidences (id, item_id, kind, text, added_by_id, added_by_name, side, added_at)
		 SELECT replace(id, 'pbi_', 'pev_'), id, CASE evidence_kind WHEN 'STREAMERS' THEN evidence_kind ELSE 'LINK' END,
		        CASE evidence_kind WHEN 'STREAMERS' THEN E'小鹿选物\\n阿岚的衣橱\\n北北好物' ELSE 'https://docs.windmaker.example/' || key END,
		        $2, ${byName}, side, moved_at FROM ${rows} WHERE proof`,
		[...values, lead.id],
	);
}

/** Who served a brand on the day of a move; several share its items, and the partner people sign in for has half of them. */
const serving = (
	account: string,
) => `(SELECT p.organisation_id FROM shops s JOIN shop_bindings x ON x.shop_id = s.id JOIN partners p ON p.id = x.partner_id
	WHERE s.brand_id = i.brand_id AND x.status = 'CONFIRMED' AND x.from_day <= e.at::date AND (x.to_day IS NULL OR x.to_day > e.at::date)
	ORDER BY (p.id = ${account} AND right(i.id, 1) IN ('0', '2', '4', '6', '8')) DESC, md5(i.id || p.id) LIMIT 1)`;

/**
 * What partners handed in before it was accepted, every third item a second time after it was sent back; then every move is
 * given to the organisation that made it.
 */
async function writeHandIns(client: PoolClient, accountId: string): Promise<void> {
	const handIns = (suffix: string, kind: string, side: string, name: string, days: number, where: string) =>
		client.query(
			`INSERT INTO playbook_events (id, item_id, kind, key, by_name, side, at)
			 SELECT e.id || $1, e.item_id, $2::playbook_event_kind, e.id || $1, $3, $4::playbook_side, e.at - $5 * interval '1 day'
			   FROM playbook_events e JOIN playbook_items i ON i.id = e.item_id
			  WHERE i.owner = 'PARTNER' AND e.kind = 'COMPLETE' AND ${serving("$6")} IS NOT NULL AND ${where}`,
			[suffix, kind, name, side, days, accountId],
		);
	const everyThird = "('x' || right(md5(i.id), 6))::bit(24)::int % 3 = 0";
	await handIns("p", "PROPOSE", "PARTNER", "服务商", 1, "true");
	await handIns("a", "PROPOSE", "PARTNER", "服务商", 4, everyThird);
	await handIns("r", "RETURN", "BRAND", "品牌经理", 3, everyThird);
	await client.query(
		`UPDATE playbook_events e SET organisation_id = CASE e.side WHEN 'BRAND' THEN b.organisation_id ELSE ${serving("$1")} END
		   FROM playbook_items i JOIN brands b ON b.id = i.brand_id
		  WHERE i.id = e.item_id AND e.side IN ('BRAND', 'PARTNER')`,
		[accountId],
	);
}
