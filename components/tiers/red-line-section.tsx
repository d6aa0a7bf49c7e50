import { CircleCheck, OctagonAlert } from "lucide-react";
import type { CrossedRedLine, DecisionReceipt } from "@/lib/domains/tiers/types";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { formatBps } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { AppealLink } from "./appeals/appeal-link";

/** Step 1 of the receipt. */
export async function RedLineSection({
	receipt,
	appealing,
}: {
	receipt: DecisionReceipt;
	appealing?: Appealing;
}) {
	const t = await getTranslations("tiers");
	const { redLines: rules } = receipt.rules;
	const crossed = receipt.decision.redLines;
	if (crossed.length === 0) {
		return (
			<div className="flex items-start gap-2.5">
				<CircleCheck aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-success" />
				<p>
					{t("receipt.redLinesClear")}
					<span className="block text-ink-faint text-xs">
						{t("receipt.redLinesClearHint", {
							months: rules.recordMonths,
							rate: formatBps(rules.disputeRateAboveBps),
						})}
					</span>
				</p>
			</div>
		);
	}
	const sentences = await Promise.all(
		crossed.map(async (line) => ({ id: line.id, sentence: await describe(line) })),
	);
	return (
		<ul className="space-y-2">
			{sentences.map(({ id, sentence }) => (
				<li key={id} className="flex items-start gap-2.5 font-medium text-danger-ink">
					<OctagonAlert aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
					{sentence}
					<AppealLink appealing={appealing} code={`redLine.${id}`} item={sentence} className="mt-0.5" />
				</li>
			))}
		</ul>
	);
}

async function describe(line: CrossedRedLine): Promise<string> {
	const t = await getTranslations("tiers");
	if (line.id !== "DISPUTE_RATE") return t(`receipt.redLine.${line.id}`, { count: line.recordIds.length });
	return t("receipt.redLine.DISPUTE_RATE", {
		value: formatBps(BigInt(line.valueBps ?? 0)),
		above: formatBps(BigInt(line.aboveBps ?? 0)),
	});
}
