import "server-only";
import { mostRecallLines, recallJob, recallReasons } from "@/lib/domains/trust/constants/decisions";
import { rehearseRecall, termsOf } from "@/lib/domains/trust/data/claims/rehearse-recall";
import { toDate } from "@/lib/domains/trust/mutations/claims/decide-claim";
import type { PreviewRecall } from "@/lib/domains/trust/schema/claims";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustRecall } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/** Each line is judged by itself, within the request. */
const timeout = 60_000;

/**
 * The dry run of a recalled batch, kept with its digest. Refusals: RECALL_EMPTY, RECALL_TOO_LARGE, SHOP_WITHOUT_BRAND.
 * @throws AppError NOT_FOUND for an unknown shop
 */
export function previewRecall(
	scope: PlatformScope,
	input: PreviewRecall,
	now: Date,
): Promise<Outcome<{ recallId: string }>> {
	grant(scope, "trust-claim.recall");
	return inOutcomeTransaction(
		async (tx) => {
			const shop = await tx.shop.findUnique({ where: { id: input.shopId }, include: { brand: true } });
			if (!shop) throw new AppError("NOT_FOUND");
			if (!shop.brand) return refuse("SHOP_WITHOUT_BRAND", { fieldErrors: { shopId: "SHOP_WITHOUT_BRAND" } });
			const { lines, granted, amountFen, digest } = await rehearseRecall(tx, input, now);
			if (lines.length === 0) return refuse("RECALL_EMPTY", { fieldErrors: { productId: "RECALL_EMPTY" } });
			if (lines.length > mostRecallLines)
				return refuse("RECALL_TOO_LARGE", {
					params: { most: mostRecallLines },
					fieldErrors: { toDay: "RECALL_TOO_LARGE" },
				});
			const actor = actorOf(scope);
			const { shopId, productId, guarantee, note, isFood } = input;
			const recall = await tx.trustRecall.create({
				data: {
					...{
						id: newId("trc"),
						number: await nextNumber(tx, now),
						shopId,
						productId,
						guarantee,
						note,
						isFood,
					},
					...{ organisationId: shop.brand.organisationId, reason: recallReasons[guarantee] },
					...{ fromDay: toDate(input.fromDay) as Date, toDay: toDate(input.toDay) as Date },
					...{ lines: granted, leftOut: lines.length - granted, amountFen, digest, createdAt: now },
					...{ createdById: scope.userId, createdByName: actor.label },
				},
			});
			await audit(tx, scope, recall, "preview", { lines: granted, amountFen: String(amountFen) });
			return { ok: true, recallId: recall.id };
		},
		{ timeout },
	);
}

async function nextNumber(tx: Tx, now: Date): Promise<string> {
	const year = businessDayOf(now).slice(0, 4);
	const [row] = await tx.$queryRaw<{ number: string }[]>`
		SELECT 'RC-' || ${year}::text || '-' || lpad(nextval('trust_recall_numbers')::text, 4, '0') AS number`;
	return row?.number ?? "";
}

function audit(
	tx: Tx,
	scope: PlatformScope,
	recall: Pick<TrustRecall, "id" | "organisationId">,
	verb: string,
	after: Record<string, string | number>,
): Promise<void> {
	return recordAudit(tx, {
		...{ actor: actorOf(scope), action: `trust-recall.${verb}`, subjectType: "trust_recall", after },
		...{ subjectId: recall.id, organisationId: recall.organisationId },
	});
}

/**
 * Grants a previewed batch: only while it still comes to the very lines and amounts its dry run showed (RECALL_CHANGED). The
 * lines are granted by a job, each once, however often that runs.
 */
export function startRecall(scope: PlatformScope, recallId: string, now: Date): Promise<Outcome> {
	grant(scope, "trust-claim.recall");
	return inOutcomeTransaction(
		async (tx) => {
			const recall = await holdRecall(tx, recallId);
			if (recall.state !== "PREVIEWED") return refuse("RECALL_STARTED");
			if (recall.lines === 0) return refuse("RECALL_EMPTY");
			const { digest, granted, amountFen } = await rehearseRecall(tx, termsOf(recall), now);
			if (digest !== recall.digest)
				return refuse("RECALL_CHANGED", { params: { lines: granted, amount: String(amountFen) } });
			await tx.trustRecall.update({ where: { id: recallId }, data: { state: "RUNNING", startedAt: now } });
			await audit(tx, scope, recall, "start", { lines: recall.lines });
			const by = { userId: scope.userId, organisationId: scope.organisationId };
			await enqueueJob(tx, recallJob, { recallId, by }, { key: recallId });
			return { ok: true };
		},
		{ timeout },
	);
}

/** Puts a dry run aside; nothing of it was granted. */
export function dropRecall(scope: PlatformScope, recallId: string): Promise<Outcome> {
	grant(scope, "trust-claim.recall");
	return inOutcomeTransaction(async (tx) => {
		const recall = await holdRecall(tx, recallId);
		if (recall.state !== "PREVIEWED") return refuse("RECALL_STARTED");
		await tx.trustRecall.update({ where: { id: recallId }, data: { state: "DROPPED" } });
		await audit(tx, scope, recall, "drop", {});
		return { ok: true };
	});
}

async function holdRecall(tx: Tx, recallId: string): Promise<TrustRecall> {
	await tx.$queryRaw`SELECT 1 FROM trust_recalls WHERE id = ${recallId} FOR NO KEY UPDATE`;
	const recall = await tx.trustRecall.findUnique({ where: { id: recallId } });
	if (!recall) throw new AppError("NOT_FOUND");
	return recall;
}
