import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import type { PoolRow } from "@/lib/domains/pools/types";
import { formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { UseBar } from "./use-bar";
import { poolName, showCompact } from "./words";

export async function PoolCard({ pool }: { pool: PoolRow }) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const name = poolName(pool, locale);
	return (
		<Card>
			<header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 pt-4 pb-3">
				<div className="min-w-0">
					<h2 className="flex flex-wrap items-center gap-2 font-semibold text-base">
						<Link href={routes.ops.pool(pool.id)} className="hover:text-brand-ink hover:underline">
							{name}
						</Link>
						<Badge>{t(`units.${pool.unit}`)}</Badge>
						{pool.hasProposal && (
							<Link href={routes.ops.poolView(pool.id, { view: "changes" })}>
								<Badge tone="warning">{t("list.hasProposal")}</Badge>
							</Link>
						)}
					</h2>
					<p className="mt-0.5 text-ink-faint text-xs">{locale === "en" ? pool.purposeEn : pool.purposeZh}</p>
				</div>
				<div className="sm:text-right">
					<p className="font-semibold text-figure">
						<Figure value={showCompact(pool.total, pool.unit, locale)} />
					</p>
					<p className="text-ink-faint text-xs">
						{t("list.totalAnd", { count: formatCount(pool.partners) })}
					</p>
				</div>
			</header>
			<CardBody>
				<UseBar balances={pool} unit={pool.unit} label={t("use.of", { pool: name })} />
			</CardBody>
		</Card>
	);
}
