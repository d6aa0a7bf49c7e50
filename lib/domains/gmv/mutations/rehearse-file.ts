import "server-only";
import type { PoolClient } from "pg";
import { type Batch, ensureSource, insertBatch } from "@/lib/domains/gmv/mutations/batch";
import { toImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import type { ImportRequest } from "@/lib/domains/gmv/mutations/import-file";
import { type Filling, fillBatch } from "@/lib/domains/gmv/mutations/run-batch";
import { describeComplaints } from "@/lib/domains/gmv/mutations/settle-complaints";
import { describeSessions } from "@/lib/domains/gmv/mutations/settle-sessions";
import {
	complaintDayFeed,
	type Feed,
	forceMonthFeed,
	liveSessionFeed,
	orderLineFeed,
	shopDayFeed,
} from "@/lib/domains/gmv/rules/feeds";
import type { FactRow, FailureCode, FeedGrain, RehearsalResult, Rejection } from "@/lib/domains/gmv/types";
import { pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { logError } from "@/lib/platform/log/log";

const SHOWN_ERRORS = 50;
const SHOWN_SHOPS = 20;
const STEP = 5_000;

export type RehearsalRequest = Omit<ImportRequest, "onDuplicates"> & {
	grain: FeedGrain;
	/** Takes every refused line in the order of the file, before they are gone. */
	keepRejections?: (rejections: AsyncIterable<readonly Rejection[]>) => Promise<void>;
};
export type RehearsalOutcome = Outcome<RehearsalResult, FailureCode>;

/**
 * A dry run: the import itself, in a transaction that is always taken back. Nobody ever sees a line, a shop or a batch of
 * it, and what it counts is what the import would count at this moment.
 */
export function rehearseFile(request: RehearsalRequest): Promise<RehearsalOutcome> {
	return rehearsers[request.grain](request);
}

const rehearsers: Readonly<Record<FeedGrain, (request: RehearsalRequest) => Promise<RehearsalOutcome>>> = {
	ORDER_LINE: (request) => rehearse(orderLineFeed, request),
	SHOP_DAY: (request) => rehearse(shopDayFeed, request),
	FORCE_MONTH: (request) => rehearse(forceMonthFeed, request),
	LIVE_SESSION: (request) => rehearse(liveSessionFeed, request),
	COMPLAINT_DAY: (request) => rehearse(complaintDayFeed, request),
};

async function rehearse<Row extends FactRow>(
	feed: Feed<Row>,
	request: RehearsalRequest,
): Promise<RehearsalOutcome> {
	const ignore = () => undefined;
	request.stream.on("error", ignore);
	const client = await pool().connect();
	client.on("error", ignore);
	let broken: Error | undefined;
	try {
		await client.query("BEGIN");
		const batch = { id: newId("dry"), sourceId: await ensureSource(client, request.sourceCode, feed.grain) };
		await insertBatch(client, batch, request);
		const filling = await fillBatch(client, feed, batch, request);
		await filling.writer.finish();
		const described = await describe(client, batch, filling);
		const result = { ...described, ...(await describeMore(client, feed.grain, batch.id)) };
		if (result.reasons.length > 0) await request.keepRejections?.(eachRejection(client, batch.id));
		return { ok: true, ...result };
	} catch (error) {
		const failure = toImportFailure(error);
		if (failure.code === "UNEXPECTED") logError("dry run failed", { error });
		return refuse(failure.code, { params: { columns: failure.detail } });
	} finally {
		request.stream.destroy();
		await client.query("ROLLBACK").catch((error: Error) => {
			broken = error;
		});
		client.off("error", ignore);
		client.release(broken);
	}
}

async function describe(
	client: PoolClient,
	batch: Batch,
	{ measure, shops }: Filling,
): Promise<RehearsalResult> {
	const sums = await client.query<
		Pick<RehearsalResult, "paidFen" | "refundedFen" | "shops" | "fromDay" | "toDay">
	>(
		`SELECT coalesce(sum(paid_fen), 0)::text AS "paidFen", coalesce(sum(refunded_fen), 0)::text AS "refundedFen",
		        count(DISTINCT shop_id)::int AS shops, min(day)::text AS "fromDay", max(day)::text AS "toDay"
		   FROM gmv_shop_day_changes WHERE batch_id = $1`,
		[batch.id],
	);
	const reasons = await client.query<RehearsalResult["reasons"][number]>(
		"SELECT code, count(*)::int AS count FROM import_rejections WHERE batch_id = $1 GROUP BY code ORDER BY 2 DESC, 1",
		[batch.id],
	);
	const created = await shops.listCreated(client);
	const [sum] = sums.rows;
	if (!sum) throw new Error("a sum without a row");
	return {
		...measure(),
		...sum,
		newShops: created.length,
		newShopCodes: created.slice(0, SHOWN_SHOPS),
		reasons: reasons.rows,
		errors: await readRejections(client, batch.id, 0, SHOWN_ERRORS),
	};
}

/** What a dry run says of facts that are no sales. */
async function describeMore(
	client: PoolClient,
	grain: FeedGrain,
	batchId: string,
): Promise<Partial<RehearsalResult>> {
	if (grain === "FORCE_MONTH") return { metrics: await describeMetrics(client, batchId) };
	if (grain === "COMPLAINT_DAY") return describeComplaints(client, batchId);
	return grain === "LIVE_SESSION" ? describeSessions(client, batchId) : {};
}

/** Months with a lower revision are corrected; one sent with a higher than it is not. */
async function describeMetrics(client: PoolClient, batchId: string): Promise<RehearsalResult["metrics"]> {
	const { rows } = await client.query<NonNullable<RehearsalResult["metrics"]>>(
		`SELECT count(DISTINCT partner_id)::int AS partners, to_char(min(month), 'YYYY-MM') AS "fromMonth",
		        to_char(max(month), 'YYYY-MM') AS "toMonth",
		        count(*) FILTER (WHERE EXISTS (
		          SELECT FROM force_months o
		           WHERE o.partner_id = f.partner_id AND o.month = f.month AND o.revision < f.revision))::int AS corrections
		   FROM force_months f WHERE batch_id = $1`,
		[batchId],
	);
	return rows[0];
}

async function readRejections(
	client: PoolClient,
	batchId: string,
	after: number,
	limit: number,
): Promise<Rejection[]> {
	const { rows } = await client.query<Rejection>(
		`SELECT line_number AS line, "column", value, code FROM import_rejections
		  WHERE batch_id = $1 AND line_number > $2 ORDER BY line_number LIMIT $3`,
		[batchId, after, limit],
	);
	return rows;
}

async function* eachRejection(client: PoolClient, batchId: string): AsyncGenerator<readonly Rejection[]> {
	let after = 0;
	for (;;) {
		const rows = await readRejections(client, batchId, after, STEP);
		if (rows.length > 0) yield rows;
		if (rows.length < STEP) return;
		after = rows.at(-1)?.line ?? after;
	}
}
