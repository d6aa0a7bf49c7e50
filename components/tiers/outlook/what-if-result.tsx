import { ArrowRight } from "lucide-react";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { TierBadge } from "@/components/ui/tier-badge";
import type { DecisionReceipt, WhatIf } from "@/lib/domains/tiers/types";
import { CriteriaCards } from "../criteria-cards";
import { CriteriaMatrix } from "../criteria-matrix";
import { tierLabel, tierName } from "../tier-names";
import { WhatIfDifferences } from "./what-if-differences";
import { openWords, type Words } from "./words";

type Result = NonNullable<WhatIf["result"]>;

/** What the engine says of the figures tried: the tier, what changed, and every criterion. */
export async function WhatIfResult({ trial }: { trial: WhatIf }) {
	const words = await openWords();
	const { t } = words;
	const { result, stored } = trial;
	if (!result) {
		return (
			<Card>
				<CardHeader title={t("whatIf.result")} />
				<CardBody className="text-danger-ink text-sm">
					<p role="alert">{t("whatIf.invalid")}</p>
				</CardBody>
			</Card>
		);
	}
	return (
		<>
			<Card aria-live="polite">
				<CardHeader
					title={t("whatIf.result")}
					description={trial.input.changed.length === 0 ? t("whatIf.unchanged") : undefined}
				/>
				<CardBody className="space-y-4">
					<Tiers {...{ result, words }} before={stored.receipt} />
					<WhatIfDifferences before={stored.receipt} after={result.receipt} words={words} />
				</CardBody>
				<CardFooter className="text-ink-faint text-xs">{t("whatIf.held")}</CardFooter>
			</Card>
			<Card>
				<CardHeader title={t("whatIf.criteria")} />
				<div className="border-t sm:hidden">
					<CriteriaCards receipt={result.receipt} />
				</div>
				<div className="max-sm:hidden">
					<CriteriaMatrix receipt={result.receipt} />
				</div>
			</Card>
		</>
	);
}

function Tiers({ before, result, words }: { before: DecisionReceipt; result: Result; words: Words }) {
	const { t, locale } = words;
	const { tiers } = before.rules;
	const [from, to] = [before.decision.tier, result.receipt.decision.tier];
	const change = to - from;
	return (
		<div className="space-y-2">
			<p className="flex flex-wrap items-end gap-3">
				<span>
					<span className="mb-1 block text-ink-faint text-xs">{t("whatIf.from")}</span>
					<TierBadge size="lg" tier={from} name={tierName(tiers, from, locale)} />
				</span>
				<ArrowRight aria-hidden="true" className="mb-1.5 size-5 text-ink-faint" />
				<span>
					<span className="mb-1 block text-ink-faint text-xs">{t("whatIf.to")}</span>
					<TierBadge size="lg" tier={to} name={tierName(tiers, to, locale)} />
				</span>
				<strong
					className={cn("mb-1 text-sm", change > 0 && "text-success-ink", change < 0 && "text-danger-ink")}
				>
					{change === 0
						? t("whatIf.same")
						: t(change > 0 ? "whatIf.up" : "whatIf.down", { n: Math.abs(change) })}
				</strong>
			</p>
			{result.lowest.tier !== to && (
				<p className="text-sm text-warning-ink">
					{t("whatIf.range", { tier: tierLabel(tiers, result.lowest.tier, locale) })}
				</p>
			)}
		</div>
	);
}
