import "server-only";
import type { MonthlyGmv } from "@/lib/domains/benefits/rules/effect";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { lastDayOf, type Month } from "@/lib/platform/time";

/** Monthly net GMV of every partner over some whole months, with the month it was first granted the benefit in. */
export async function readEffectInputs(
	_scope: PlatformScope,
	benefitId: string,
	months: readonly Month[],
): Promise<MonthlyGmv[]> {
	const first = months[0];
	const last = months.at(-1);
	if (!first || !last) return [];
	const [{ rows: partners }, { rows: sums }] = await Promise.all([
		pool().query<{ id: string; track: string; month: Month | null }>(
			`SELECT p.id, p.primary_track AS track, to_char(min(a.granted_on), 'YYYY-MM') AS month
			   FROM partners p LEFT JOIN benefit_applications a ON a.partner_id = p.id AND a.benefit_id = $1 AND a.granted_on IS NOT NULL
			  GROUP BY p.id`,
			[benefitId],
		),
		pool().query<{ id: string; month: Month; net: bigint }>(
			`SELECT partner_id AS id, to_char(day, 'YYYY-MM') AS month, sum(paid_fen - refunded_fen)::bigint AS net
			   FROM gmv_partner_days WHERE day BETWEEN $1::date AND $2::date GROUP BY 1, 2`,
			[`${first}-01`, lastDayOf(last)],
		),
	]);
	const netOf = new Map(sums.map(({ id, month, net }) => [`${id} ${month}`, Number(net)]));
	return partners.map(({ id, track, month }) => ({
		partnerId: id,
		track,
		months: months.map((one) => netOf.get(`${id} ${one}`) ?? 0),
		// A grant outside of the months is a grant all the same: such a partner is no match for anybody.
		grantedAt: month === null ? null : months.indexOf(month) === -1 ? 0 : months.indexOf(month),
	}));
}
