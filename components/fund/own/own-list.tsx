import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import type { FundApplication } from "@/lib/domains/fund/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { StageBadge } from "../stage-badge";

export async function OwnList({ applications }: { applications: readonly FundApplication[] }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("own.list")} />
			<ul className="divide-y border-t">
				{applications.map((one) => (
					<li key={one.id}>
						<Link
							href={routes.partner.fundApplication(one.id)}
							className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-5 py-4 -outline-offset-2 hover:bg-sunken"
						>
							<span className="min-w-0">
								<span className="wrap-anywhere block font-medium text-ink text-sm">{one.title}</span>
								<span className="figure text-ink-faint text-xs">
									{one.number} · {formatDate(one.appliedAt, locale)} ·{" "}
									{formatFen(one.committedFen ?? one.askedFen)}
								</span>
							</span>
							<StageBadge stage={one.stage} />
						</Link>
					</li>
				))}
			</ul>
		</Card>
	);
}
