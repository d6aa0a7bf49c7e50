import "server-only";
import type { ReportFilter } from "@/lib/domains/trust/schema/repurchase";
import type { EffectRow, ReportRun, WholeEffectRow } from "@/lib/domains/trust/types/repurchase";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";

export const effectsShown = 200;
/** Lines a file of the report holds at most. */
const fileRows = 100_000;

const EFFECT = `
	SELECT e.shop_id AS "shopId", s.code AS "shopCode", s.name AS "shopName", e.is_enough AS "isEnough", e.used, e.others,
	       e.unmatched, e.strata, e.not_over AS "notOver", e.used_share AS "usedShare", e.others_share AS "othersShare",
	       e.difference, e.low, e.high, e.guarantee, e.window
	  FROM trust_repurchase_effects e LEFT JOIN shops s ON s.id = e.shop_id LEFT JOIN brands b ON b.id = s.brand_id`;

/** The report as it was made last; null before the first night. */
export async function findReportRun(): Promise<ReportRun | null> {
	const run = await db().trustRepurchaseRun.findFirst({ orderBy: { madeOn: "desc" } });
	return (
		run && {
			...{ madeAt: run.madeAt, buyers: run.buyers, users: run.users },
			asOf: run.asOf.toISOString().slice(0, 10),
			fromMonth: run.fromMonth.toISOString().slice(0, 7),
		}
	);
}

/** The effects of a guarantee and a window by shop, all shops together first; a brand sees its own shops alone. */
export async function listEffects(
	scope: PlatformScope | BrandScope,
	{ guarantee, window, shop }: ReportFilter,
): Promise<EffectRow[]> {
	const values: unknown[] = [guarantee, window];
	const use = (value: unknown) => `$${values.push(value)}`;
	const parts = ["e.guarantee = $1", "e.window = $2"];
	if (scope.workspace === "brand") parts.push(`b.organisation_id = ${use(scope.organisationId)}`);
	if (shop) parts.push(`s.code = ${use(shop)}`);
	const { rows } = await pool().query<EffectRow>(
		`${EFFECT} WHERE ${parts.join(" AND ")}
		  ORDER BY e.shop_id <> 0, e.is_enough DESC, e.used DESC, e.shop_id LIMIT ${effectsShown}`,
		values,
	);
	return rows;
}

/** Every comparison of the report, all shops together first, shop by shop; a brand sees its own shops alone. */
export async function listWholeReport(scope: PlatformScope | BrandScope): Promise<WholeEffectRow[]> {
	const own = scope.workspace === "brand" ? scope.organisationId : null;
	const { rows } = await pool().query<WholeEffectRow>(
		`${EFFECT} WHERE $1::text IS NULL OR b.organisation_id = $1
		  ORDER BY e.shop_id <> 0, s.code, e.shop_id, e.guarantee, e.window LIMIT ${fileRows}`,
		[own],
	);
	return rows;
}
