import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ScreenResult, ScreenVerdict } from "@/lib/domains/trust/types/claims";
import { getTranslations } from "@/lib/platform/i18n/server";
import { outcomeTones } from "./claim-words";

type Props = { screening: readonly ScreenResult[]; verdict: ScreenVerdict; isOpen: boolean };

/** What the machine asked, what it found, and on what clause. */
export async function ScreeningCard({ screening, verdict, isOpen }: Props) {
	const [t, rules] = await Promise.all([getTranslations("trustclaims"), getTranslations("trustrules")]);
	return (
		<Card>
			<CardHeader
				title={t("screening.title")}
				description={`${t(`verdictText.${verdict}`)} ${t(isOpen ? "screening.now" : "screening.then")}`}
			/>
			<CardBody>
				<ul className="divide-y">
					{screening.map((one, index) => (
						<li
							key={`${one.check}-${one.reason}`}
							className={`flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5 ${index === 0 ? "pt-0" : ""}`}
						>
							<div className="min-w-0">
								<p className="font-medium text-ink text-sm">{rules(`check.${one.check}`)}</p>
								<p className="text-ink-soft text-sm">{rules(`reason.${one.reason}`)}</p>
								<p className="text-ink-faint text-xs">
									{t("screening.clause", { clause: rules(`clause.${one.clause}`) })}
								</p>
							</div>
							<StatusBadge
								status={one.outcome}
								tones={outcomeTones}
								label={rules(`outcome.${one.outcome}`)}
							/>
						</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
