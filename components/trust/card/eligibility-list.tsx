import { Badge } from "@/components/ui/badge";
import type { EligibilityCheck } from "@/lib/domains/trust/types/card";
import { formatCount, formatFen } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { checkTone } from "./card-words";

const wordsOf = ({ leastFen, depositFen, count }: EligibilityCheck["values"]) => ({
	leastFen: leastFen === undefined ? "" : formatFen(BigInt(leastFen)),
	depositFen: depositFen === undefined ? "" : formatFen(BigInt(depositFen)),
	count: count === undefined ? "" : formatCount(Number(count)),
});

/** What a shop has to meet before it takes a guarantee on; where something is missing, what to do about it. */
export async function EligibilityList({ checks }: { checks: readonly EligibilityCheck[] }) {
	const t = await getTranslations("trustcard");
	return (
		<section>
			<h3 className="mb-1.5 font-medium text-ink text-sm">{t("checks")}</h3>
			<ul className="space-y-1.5">
				{checks.map((check) => (
					<li key={check.code} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm">
						<span className="min-w-0 text-ink-soft">
							{t(`check.${check.code}`, wordsOf(check.values))}
							{!check.isMet && <span className="block text-ink">{t(`todo.${check.code}`)}</span>}
						</span>
						<Badge tone={checkTone(check.isMet)}>{t(check.isMet ? "met" : "unmet")}</Badge>
					</li>
				))}
			</ul>
		</section>
	);
}
