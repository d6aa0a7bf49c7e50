import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ShopScorecard } from "@/lib/domains/trust/types/scorecard-views";
import { getTranslations } from "@/lib/platform/i18n/server";
import { saySigned } from "./words";

type Props = { scorecard: ShopScorecard; claimHref: (id: string) => string };

/** What pulled the score down this week, with the claims behind it. */
export async function PullsCard({ scorecard, claimHref }: Props) {
	const [t, rules, claims] = await Promise.all([
		getTranslations("scorecard"),
		getTranslations("trustrules"),
		getTranslations("trustclaims"),
	]);
	const { pulls } = scorecard.card;
	return (
		<Card>
			<CardHeader title={t("pulls")} />
			<CardBody className="space-y-5">
				{pulls.length === 0 && <p className="text-ink-soft text-sm">{t("pullsNone")}</p>}
				{pulls.slice(0, 4).map(({ code, points }) => {
					const cases = scorecard.cases.filter((one) => one.indicator === code);
					return (
						<section key={code}>
							<h3 className="flex justify-between gap-4 font-medium text-ink text-sm">
								{rules(`indicator.${code}`)}
								<span className="figure text-danger-ink">
									{t("pullPoints", { points: saySigned(points) })}
								</span>
							</h3>
							{cases.length > 0 && (
								<ul className="mt-1 space-y-1 text-xs">
									{cases.map((one) => (
										<li key={one.id} className="flex flex-wrap gap-x-2">
											<Link
												href={claimHref(one.id)}
												prefetch={false}
												className="figure text-brand-ink underline underline-offset-4"
											>
												{one.number}
											</Link>
											<span className="text-ink-faint">
												{claims(`reason.${one.reason as "QUALITY"}`)} · {one.productName}
											</span>
										</li>
									))}
								</ul>
							)}
						</section>
					);
				})}
			</CardBody>
		</Card>
	);
}
