import "server-only";
import { readOwnBooks, readTrackMedian } from "@/lib/domains/tiers/data/read-outlook";
import { readOwnReceipt } from "@/lib/domains/tiers/data/read-receipts";
import { changeFacts } from "@/lib/domains/tiers/rules/change-facts";
import { findImprovements, type WayUp } from "@/lib/domains/tiers/rules/find-improvements";
import { findMargins, type Margins } from "@/lib/domains/tiers/rules/find-margins";
import { type OwnCertificate, type Projection, projectRuns } from "@/lib/domains/tiers/rules/project-runs";
import { explain } from "@/lib/domains/tiers/rules/receipt";
import { rejudge } from "@/lib/domains/tiers/rules/rejudge";
import { currentValues, readWhatIf } from "@/lib/domains/tiers/schema/what-if";
import type { StoredReceipt, TrackMedian, WhatIf } from "@/lib/domains/tiers/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

export type Outlook = {
	way: WayUp | null;
	margins: Margins;
	ahead: Projection[];
	/** Valid on the receipt's day or later, the next to end first. */
	certificates: readonly OwnCertificate[];
	median: TrackMedian | null;
};

/** What moves the partner up, what would drop it, and what comes; for the receipt its own tier page shows. */
export async function loadOutlook({ runId, receipt }: StoredReceipt): Promise<Outlook> {
	const scope = await requireScope("partner.read-own", routes.partner.tier());
	const { windows, asOf, rules, partnerId } = receipt;
	const [books, median] = await Promise.all([
		readOwnBooks(scope, partnerId, { from: windows.gmv.from, asOf, measure: rules.gmvMeasure }),
		readTrackMedian(scope, runId),
	]);
	return {
		way: findImprovements(receipt),
		margins: findMargins(receipt),
		ahead: projectRuns(receipt, books, businessDayOf(new Date())),
		certificates: books.certificates,
		median,
	};
}

/** The form's address judged by the engine on the partner's own newest receipt; null before the first one. */
export async function loadWhatIf(
	query: Record<string, string | string[] | undefined>,
): Promise<WhatIf | null> {
	const scope = await requireScope("partner.read-own", routes.partner.whatIf());
	const stored = await readOwnReceipt(scope);
	if (!stored) return null;
	const { receipt } = stored;
	const input = readWhatIf(query, receipt);
	const head = { stored, input, current: currentValues(receipt) };
	if (Object.keys(input.errors).length > 0) return { ...head, result: null };
	const facts = changeFacts(receipt, input);
	const { standing, field, decision } = rejudge(receipt, facts);
	const tried = { ...receipt, ...explain(receipt.rules, facts, standing, field, decision) };
	const lowest = rejudge(receipt, facts, { percentiles: "lowest" }).decision;
	return { ...head, result: { receipt: tried, lowest } };
}
