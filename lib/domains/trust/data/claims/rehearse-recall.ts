import "server-only";
import { createHash } from "node:crypto";
import { recallReasons } from "@/lib/domains/trust/constants/decisions";
import type { ClaimHead } from "@/lib/domains/trust/data/claims/facts";
import { openJudging } from "@/lib/domains/trust/data/claims/judge";
import { listRecallLines, type RecallLine } from "@/lib/domains/trust/data/claims/recall-lines";
import { knownFrom } from "@/lib/domains/trust/rules/known-facts";
import { claimFactsSchema, type PreviewRecall } from "@/lib/domains/trust/schema/claims";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustRecall } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors/errors";

export type RecallTerms = Pick<
	PreviewRecall,
	"shopId" | "productId" | "fromDay" | "toDay" | "guarantee" | "isFood"
>;

export type RehearsedLine = RecallLine & {
	/** Null: left out. */
	readonly amountFen: bigint | null;
	/** Why it is left out. */
	readonly reason: string | null;
};

export type Rehearsal = {
	readonly lines: readonly RehearsedLine[];
	readonly granted: number;
	readonly amountFen: bigint;
	/** SHA-256 over the lines and amounts to grant, lower-case hex. */
	readonly digest: string;
};

export function recallFacts({ guarantee, isFood }: Pick<RecallTerms, "guarantee" | "isFood">) {
	return claimFactsSchema.parse(
		guarantee === "TENFOLD_COMPENSATION" ? { isCounterfeitEstablished: true, isFood } : {},
	);
}

/** What granting a batch would do to each of its lines, as things stand; nothing is written. */
export async function rehearseRecall(
	tx: Tx,
	terms: RecallTerms,
	now: Date,
	most?: number,
): Promise<Rehearsal> {
	const found = await listRecallLines(tx, terms, most);
	const judge = openJudging(tx, { withHistory: false });
	const hash = createHash("sha256");
	const lines: RehearsedLine[] = [];
	let amountFen = 0n;
	for (const line of found) {
		const judged = await judgeLine(judge, terms, line, now);
		lines.push({ ...line, ...judged });
		if (judged.amountFen === null) continue;
		amountFen += judged.amountFen;
		hash.update(`${line.sourceId}\t${line.eventId}\t${line.lineNo}\t${judged.amountFen}\n`);
	}
	const granted = lines.filter((line) => line.amountFen !== null).length;
	return { lines, granted, amountFen, digest: hash.digest("hex") };
}

async function judgeLine(
	judge: ReturnType<typeof openJudging>,
	terms: RecallTerms,
	line: RecallLine,
	now: Date,
) {
	const { guarantee, shopId, productId } = terms;
	const reason = recallReasons[guarantee];
	const head: ClaimHead = { id: null, ...line, guarantee, shopId, productId, reason, noticeSentAt: now };
	try {
		const judged = await judge(head, knownFrom(recallFacts(terms)), null);
		const failed = judged.screening.find(({ outcome }) => outcome === "fail");
		if (failed) return { amountFen: null, reason: failed.reason };
		if (!judged.amount.ok) return { amountFen: null, reason: judged.amount.reason };
		const { totalFen } = judged.amount.working;
		return totalFen > 0n
			? { amountFen: totalFen, reason: null }
			: { amountFen: null, reason: "REFUNDED_IN_FULL" };
	} catch (error) {
		if (error instanceof AppError && error.code === "POLICY_MISSING")
			return { amountFen: null, reason: "NO_TERMS_THEN" };
		throw error;
	}
}

export function termsOf(recall: TrustRecall): RecallTerms {
	const { shopId, productId, isFood } = recall;
	return {
		...{ shopId, productId, isFood, guarantee: recall.guarantee as RecallTerms["guarantee"] },
		fromDay: recall.fromDay.toISOString().slice(0, 10),
		toDay: recall.toDay.toISOString().slice(0, 10),
	};
}
