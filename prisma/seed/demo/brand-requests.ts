import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { brandNameKey } from "@/lib/domains/playbook/rules/brand-name-key";
import { addDays } from "@/lib/platform/time";
import type { DemoPlan } from "./plan";
import { instantOn } from "./timeline";

const asked = [
	{
		...{ name: "松间集", kind: "NEW_CONSUMPTION", category: "休闲食品", shops: [], contact_name: "陆知夏" },
		...{ email: "lu.zhixia@songjian.example", phone: "0571 8800 1234", ago: 3 },
		message: "主推坚果与冻干水果，目前在自有小程序销售。希望先从达人分销试品，已有 6 位达人意向。",
	},
	{
		...{ name: "青禾母婴", kind: "WELL_KNOWN", category: "母婴用品", shops: [], contact_name: "程一诺" },
		...{ email: "cheng.yinuo@qinghe.example", phone: null, ago: 1 },
		message: "线下 1,200 家门店，纸尿裤与洗护为主。计划两个月内组建自播团队，想了解公域阶段的扶持。",
	},
] as const;

/** Two brands that wait to be taken in. Nobody holds the link of their mails. */
export async function writeBrandRequests(client: PoolClient, { timeline }: DemoPlan): Promise<void> {
	const rows = asked.map(({ ago, ...one }, index) => {
		const id = `brq_demo${index + 1}`;
		return {
			...{ ...one, id, name_key: brandNameKey(one.name), locale: "zh-CN" },
			token_hash: createHash("sha256").update(id).digest("hex"),
			created_at: instantOn(addDays(timeline.today, -ago), 10.5),
		};
	});
	await client.query(
		`INSERT INTO brand_requests (id, name, name_key, kind, category, shops, contact_name, email, phone, message, locale,
		                             token_hash, reason_codes, created_at)
		 SELECT id, name, name_key, kind::brand_kind, category, '{}', contact_name, email, phone, message, locale, token_hash,
		        '{}', created_at
		   FROM json_to_recordset($1) AS r(id text, name text, name_key text, kind text, category text, contact_name text,
		        email text, phone text, message text, locale text, token_hash text, created_at timestamptz)`,
		[JSON.stringify(rows)],
	);
}
