import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { EXPIRING_DAYS } from "@/lib/domains/certification/constants/certificates";
import type { OwnCertificate } from "@/lib/domains/certification/types/sittings";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

type Props = { certificates: readonly OwnCertificate[]; today: Day };

/** The company's certificates that count, the next to expire first. */
export async function CertificateCards({ certificates, today }: Props) {
	const [t, locale] = await Promise.all([getTranslations("certificates"), getLocale()]);
	const soon = addDays(today, EXPIRING_DAYS);
	return (
		<Card>
			<CardHeader title={t("list.title")} description={t("list.hint")} />
			{certificates.length === 0 ? (
				<EmptyState title={t("list.none")} description={t("list.noneHint")} />
			) : (
				<ul className="divide-y border-t">
					{certificates.map((one) => (
						<li key={one.id}>
							<Link
								href={routes.partner.certificate(one.id)}
								className="block px-5 py-3 -outline-offset-2 hover:bg-sunken"
							>
								<span className="flex flex-wrap items-center justify-between gap-2 text-sm">
									<span className="font-medium text-ink">
										{one.holderName} · {t(`levels.${one.level}`)}
									</span>
									{one.expiresOn <= soon && (
										<Badge tone="warning">
											{t("list.daysLeft", { days: daysBetween(today, one.expiresOn) })}
										</Badge>
									)}
								</span>
								<span className="figure text-ink-faint text-xs">
									{one.number} · {t("list.until", { day: formatDate(one.expiresOn, locale) })}
								</span>
							</Link>
						</li>
					))}
				</ul>
			)}
		</Card>
	);
}
