import { bindShop, endBinding } from "@/lib/domains/gmv/mutations/bindings";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";

export type World = { ops: PlatformScope; own: PartnerScope; ownPartnerId: string; biggestShop: number };

const tracks = ["brand_operation", "supply_chain", "industry_belt"] as const;
const PARTNERS = 12;
const regions = ["浙江省", "广东省", "福建省"];

export async function listShopCodes(): Promise<string[]> {
	const { rows } = await pool().query<{ code: string }>("SELECT code FROM shops ORDER BY code");
	return rows.map(({ code }) => code);
}

async function expectOk(outcome: Promise<{ ok: boolean }>): Promise<void> {
	const answer = await outcome;
	if (!answer.ok) throw new Error(`the bench's shops cannot be bound: ${JSON.stringify(answer)}`);
}

/**
 * Shops in regions, most of them with a partner, some from the middle of a month on or until then, some in two tracks, some
 * with nobody: what the questions have to tell apart. All of it stands before the facts come, so that an import adds up
 * partners too.
 */
export async function arrangeWorld(codes: readonly string[], biggest: string): Promise<World> {
	await ensureReferenceData();
	await inRawTransaction(async (client) => {
		await client.query("UPDATE programmes SET start_day = '2010-01-01', end_day = '2011-01-01'");
		for (const [index, code] of codes.entries())
			await client.query("INSERT INTO shops (code, name, region) VALUES ($1, $1, $2)", [
				code,
				regions[index % 4] ?? null,
			]);
	});
	const { scope: ops } = await createMember({ role: "ops_lead" });
	const owner = await createMember({ role: "partner_owner" });
	const partners: { id: string; track: string }[] = [];
	for (let index = 0; index < PARTNERS; index++) {
		const track = tracks[index % tracks.length] ?? tracks[0];
		const organisationId = index === 0 ? owner.organisation.id : undefined;
		const { id } = await createPartner({ name: `服务商${index}`, track, organisationId });
		partners.push({ id, track });
	}
	const bind = async (shopCode: string, at: number, fromDay: string) => {
		const partner = partners[at % PARTNERS];
		if (!partner) return;
		const input = { partnerId: partner.id, trackCode: partner.track, shopCode, fromDay, reason: "bench" };
		await expectOk(bindShop(ops, input));
	};
	await bind(biggest, 0, "2009-01-01");
	for (const [index, code] of codes.filter((one) => one !== biggest).entries()) {
		if (index % 7 === 6) continue;
		await bind(code, index, index % 5 === 0 ? "2010-05-12" : "2009-01-01");
		if (index % 6 === 0) await bind(code, index + 1, "2009-01-01");
	}
	const { rows: bound } = await pool().query<{ id: string }>(
		"SELECT id FROM shop_bindings WHERE from_day = '2009-01-01' ORDER BY shop_id DESC LIMIT 4",
	);
	for (const { id } of bound)
		await expectOk(endBinding(ops, { bindingId: id, toDay: "2010-09-17", reason: "bench" }));
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops WHERE code = $1", [biggest]);
	return { ops, own: owner.scope, ownPartnerId: partners[0]?.id ?? "", biggestShop: rows[0]?.id ?? 0 };
}
