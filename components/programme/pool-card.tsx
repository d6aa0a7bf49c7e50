import Link from "next/link";
import { shareBps, usedOf } from "@/lib/domains/pools/rules/use";
import { poolAmount, poolParts, shareOf } from "@/lib/domains/programme/rules/show/names";
import type { PoolUse } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import type { Words } from "./words";

/** How far each pool is used: everything of its total that is not available, as the pools' own pages say it. */
export function PoolCard({
	pools,
	today,
	words,
}: {
	pools: readonly PoolUse[];
	today: string;
	words: Words;
}) {
	const { t, locale } = words;
	return (
		<section className="pg-card">
			<header>
				<h2>{t("pools.title")}</h2>
				<Definition
					id="why-pools"
					subject={t("pools.title")}
					what={t("explain.pools")}
					measure={t("explain.poolMeasure")}
					asOf={t("why.now", { day: formatDate(today, locale) })}
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
	return (
		<li>
			<p className="flex justify-between gap-3 text-sm">
				<Link href={routes.ops.pool(pool.id)} prefetch={false} className="font-medium hover:underline">
					{locale === "en" ? pool.nameEn : pool.nameZh}
				</Link>
				<span className="figure">
					{t("pools.used", {
						share: formatBps(shareBps(usedOf(pool), pool.total)),
						total: amount(pool.total),
					})}
				</span>
			</p>
			<span aria-hidden="true" className="pg-pool">
				{poolParts.map((part) => (
					<i key={part} style={width(pool[part])} />
				))}
			</span>
			<p className="pg-note figure">
				{poolParts
					.filter((part) => pool[part] > 0n)
					.map((part) => `${t(`pools.${part}`)} ${amount(pool[part])}`)
					.join(" · ")}
			</p>
		</li>
	);
}
