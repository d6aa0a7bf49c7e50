import Link from "next/link";
import { poolAmount, shareOf } from "@/lib/domains/programme/rules/show/names";
import type { PoolUse } from "@/lib/domains/programme/types/dashboard";
import { formatBps } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import type { Words } from "./words";

/** How far each pool is used: spent, granted and not yet spent, and reserved, of its total. */
export function PoolCard({
	pools,
	today,
	words,
}: {
	pools: readonly PoolUse[];
	today: string;
	words: Words;
}) {
	const { t } = words;
	return (
		<section className="pg-card">
			<header>
				<h2>{t("pools.title")}</h2>
				<Definition
					id="why-pools"
					subject={t("pools.title")}
					what={t("explain.pools")}
					measure={t("explain.poolMeasure")}
					asOf={t("why.now", { day: today })}
					rows={{ href: routes.ops.pools(), label: t("explain.poolRows") }}
					words={words}
				/>
				<Link href={routes.ops.pools()} prefetch={false} className="pg-link">
					{t("pools.more")}
				</Link>
			</header>
			{pools.length === 0 ? (
				<p className="pg-note mt-2">{t("pools.empty")}</p>
			) : (
				<ul className="mt-2 grid gap-3">
					{pools.map((pool) => (
						<PoolRow key={pool.id} pool={pool} words={words} />
					))}
				</ul>
			)}
		</section>
	);
}

function PoolRow({ pool, words }: { pool: PoolUse; words: Words }) {
	const { t, locale } = words;
	const amount = (value: bigint) => poolAmount(pool, value, locale);
	const width = (value: bigint) => ({ width: `${Number(shareOf(value, pool.total)) / 100}%` });
	const used = pool.spent + pool.granted;
	return (
		<li>
			<p className="flex justify-between gap-3 text-sm">
				<Link href={routes.ops.pool(pool.id)} prefetch={false} className="font-medium hover:underline">
					{locale === "en" ? pool.nameEn : pool.nameZh}
				</Link>
				<span className="figure">
					{t("pools.used", { share: formatBps(shareOf(used, pool.total)), total: amount(pool.total) })}
				</span>
			</p>
			<span aria-hidden="true" className="pg-pool">
				<i style={width(pool.spent)} />
				<i style={width(pool.granted)} />
				<i style={width(pool.reserved)} />
			</span>
			<p className="pg-note figure">
				{t("pools.parts", {
					spent: amount(pool.spent),
					granted: amount(pool.granted),
					reserved: amount(pool.reserved),
				})}
			</p>
		</li>
	);
}
