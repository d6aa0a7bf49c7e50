import type { MonthlyForceFacts } from "@/lib/domains/forces/types";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import type { Day, Month } from "@/lib/platform/time";

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);

/** A made-up 18-character code, unique per call; its check character is not asked for here. */
function makeUscc(): string {
	return newId("x").slice(-18).toUpperCase();
}

/** An admitted partner with its organisation and one track. */
export async function createPartner(
	values: Partial<{
		id: string;
		name: string;
		track: string;
		region: string;
		admittedOn: Day;
		status: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
		organisationId: string;
	}> = {},
) {
	const id = values.id ?? newId("prt");
	const name = values.name ?? "测试服务商";
	const trackCode = values.track ?? "brand_operation";
	const organisationId =
		values.organisationId ??
		(await db().organisation.create({ data: { id: newId("org"), kind: "PARTNER", name } })).id;
	return db().partner.create({
		data: {
			id,
			name,
			organisationId,
			uscc: makeUscc(),
			region: values.region ?? "浙江",
			primaryTrack: trackCode,
			status: values.status ?? "ACTIVE",
			exitedOn: values.status === "EXITED" ? asDate("2026-01-01") : null,
			admittedOn: asDate(values.admittedOn ?? "2020-01-01"),
			tracks: { create: { trackCode } },
		},
	});
}

export type GmvOfDay = { day: Day; paidFen: bigint; refundedFen?: bigint };

/** Shop-day facts of a new shop, bound to the partner (to nobody when null). `rebuildRollups` must follow. */
export async function recordGmv(partnerId: string | null, days: readonly GmvOfDay[]): Promise<void> {
	const source = await db().gmvSource.upsert({
		where: { code: "test-days" },
		create: { code: "test-days", grain: "SHOP_DAY" },
		update: {},
	});
	const shop = await db().shop.create({ data: { code: newId("shop") } });
	if (partnerId) {
		const { primaryTrack } = await db().partner.findUniqueOrThrow({ where: { id: partnerId } });
		await db().shopBinding.create({
			data: {
				id: newId("bnd"),
				shopId: shop.id,
				partnerId,
				trackCode: primaryTrack,
				fromDay: asDate("2000-01-01"),
				status: "CONFIRMED",
			},
		});
	}
	for (const { day } of days)
		await db().$executeRaw`SELECT ensure_fact_partitions(${day}::date, ${day}::date)`;
	await db().shopDayFact.createMany({
		data: days.map(({ day, paidFen, refundedFen = 0n }) => ({
			sourceId: source.id,
			shopId: shop.id,
			day: asDate(day),
			channel: "other" as const,
			paidFen,
			refundedFen,
			saleOrders: 1,
		})),
	});
}

/** All rollups again from the facts and the confirmed bindings. */
export async function rebuildRollups(): Promise<void> {
	await pool().query(`
		TRUNCATE gmv_shop_days, gmv_partner_days, gmv_partner_months, gmv_platform_days;
		INSERT INTO gmv_shop_days (day, shop_id, channel, source_id, paid_fen, refunded_fen)
		SELECT day, shop_id, channel, source_id, paid_fen, refunded_fen FROM shop_day_facts;
		INSERT INTO gmv_partner_days (partner_id, day, track_code, paid_fen, refunded_fen)
		SELECT b.partner_id, d.day, b.track_code, sum(d.paid_fen), sum(d.refunded_fen)
		  FROM gmv_shop_days d JOIN shop_bindings b ON b.shop_id = d.shop_id AND b.status = 'CONFIRMED'
		   AND d.day >= b.from_day AND (b.to_day IS NULL OR d.day < b.to_day) GROUP BY 1, 2, 3;
		INSERT INTO gmv_partner_months (partner_id, month, paid_fen, refunded_fen)
		SELECT partner_id, date_trunc('month', day)::date, sum(paid_fen), sum(refunded_fen) FROM gmv_partner_days GROUP BY 1, 2;
		INSERT INTO gmv_platform_days (day, paid_fen, refunded_fen, unattributed_paid_fen, unattributed_refunded_fen)
		SELECT d.day, sum(d.paid_fen), sum(d.refunded_fen),
		       coalesce(sum(d.paid_fen) FILTER (WHERE NOT d.bound), 0), coalesce(sum(d.refunded_fen) FILTER (WHERE NOT d.bound), 0)
		  FROM (SELECT s.*, EXISTS (SELECT FROM shop_bindings b WHERE b.shop_id = s.shop_id AND b.status = 'CONFIRMED'
		         AND s.day >= b.from_day AND (b.to_day IS NULL OR s.day < b.to_day)) AS bound FROM gmv_shop_days s) d
		 GROUP BY d.day`);
}

/** Counts that score 100 in every force under policy v1: 10 disputes in 10,000 orders. */
export const excellentMonth: Omit<MonthlyForceFacts, "month"> = {
	trafficSpendFen: 1_000_000n,
	trafficGmvFen: 5_000_000n,
	contentViews: 1_000n,
	contentGmvFen: 10_000n,
	liveMinutes: 7_200,
	activeShops: 1,
	liveGmvFen: 240_000_000n,
	signedStreamers: 60,
	qualifiedStreamers: 20,
	ordersDue: 1_000,
	ordersShippedOnTime: 990,
	afterSalesCasesDue: 100,
	afterSalesCasesInSla: 98,
	paidOrders: 10_000,
	disputes: 10,
	activeSkus: 100,
	exclusiveSkus: 20,
	skuDays: 3_000,
	stockoutSkuDays: 0,
	c2mOrders: 1_000,
};

export async function recordForces(
	partnerId: string,
	months: readonly Month[],
	values: Partial<Omit<MonthlyForceFacts, "month">> = {},
): Promise<void> {
	await db().forceMonth.createMany({
		data: months.map((month) => ({ ...excellentMonth, ...values, partnerId, month: asDate(`${month}-01`) })),
	});
}

/** Certificates of different people, valid on the days between. */
export async function issueCertificates(
	partnerId: string,
	heads: Partial<Record<"junior" | "intermediate" | "senior", number>>,
	validity: { issuedOn: Day; expiresOn: Day } = { issuedOn: "2020-01-01", expiresOn: "2030-01-01" },
): Promise<void> {
	const levels = (["senior", "intermediate", "junior"] as const).flatMap((level) =>
		Array.from({ length: heads[level] ?? 0 }, (_, i) => ({ level, holderName: `${level} ${i + 1}` })),
	);
	await db().certificate.createMany({
		data: levels.map((head) => ({
			id: newId("crt"),
			number: newId("no"),
			partnerId,
			...head,
			issuedOn: asDate(validity.issuedOn),
			expiresOn: asDate(validity.expiresOn),
		})),
	});
}

export async function recordRedLine(
	partnerId: string,
	occurredOn: Day,
	kind: "FABRICATED_TRADES" | "FORGED_CREDENTIALS" = "FABRICATED_TRADES",
) {
	return db().redLine.create({
		data: { id: newId("rl"), partnerId, kind, occurredOn: asDate(occurredOn), note: "" },
	});
}
