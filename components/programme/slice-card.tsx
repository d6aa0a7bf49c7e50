import Link from "next/link";
import { asOfLine, formatLean, signedCompact } from "@/lib/domains/programme/rules/show/names";
import type { PacedSlice, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import { hrefOfPartners } from "./partners/href";
import type { Words } from "./words";

/** Tracks or regions, the one that lags most first: by how much it is behind a straight line. */
export function SliceCard({
	by,
	slices,
	shown,
	nameOf,
	world,
	words,
}: {
	by: "track" | "region";
	slices: readonly PacedSlice[];
	shown: number;
	nameOf: (key: string) => string;
	world: ProgrammeWorld;
	words: Words;
}) {
	const { t } = words;
	const title = t(`slices.${by}s`);
	const hidden = slices.length - shown;
	return (
		<section className="pg-card">
			<header>
				<h2>{title}</h2>
				<Definition
					id={`why-${by}`}
					subject={title}
					what={t("explain.slices")}
					measure={t("explain.netOwn")}
					asOf={asOfLine(world, words)}
					words={words}
				/>
				<Link href={routes.ops.programmeTracks()} prefetch={false} className="pg-link">
					{hidden > 0 ? t("slices.more", { count: formatCount(slices.length) }) : t("slices.all")}
				</Link>
			</header>
			{slices.length === 0 ? (
				<p className="pg-note mt-2">{t("slices.empty")}</p>
			) : (
				<LeanRows by={by} slices={slices.slice(0, shown)} nameOf={nameOf} words={words} />
			)}
		</section>
	);
}

function LeanRows({
	by,
	slices,
	nameOf,
	words,
}: {
	by: "track" | "region";
	slices: readonly PacedSlice[];
	nameOf: (key: string) => string;
	words: Words;
}) {
	const { t, locale } = words;
	const most = slices.reduce(
		(max, { aheadFen }) =>
			(aheadFen < 0n ? -aheadFen : aheadFen) > max ? (aheadFen < 0n ? -aheadFen : aheadFen) : max,
		1n,
	);
	return (
		<table className="pg-rows">
			<thead className="sr-only">
				<tr>
					<th scope="col">{t(`slices.${by}`)}</th>
					<th scope="col">{t("slices.picture")}</th>
					<th scope="col">{t("slices.ahead")}</th>
				</tr>
			</thead>
			<tbody>
				{slices.map(({ key, aheadFen, aheadBps }) => (
					<tr key={key}>
						<td>
							<Link href={hrefOfPartners({ [by]: key })} prefetch={false}>
								{nameOf(key)}
							</Link>
						</td>
						<td>
							<LeanBar aheadFen={aheadFen} most={most} />
						</td>
						<td
							className={aheadFen < 0n ? "pg-bad" : "pg-good"}
							title={formatCompactFen(aheadFen, locale).exact}
						>
							{signedCompact(aheadFen, locale)}
							{aheadBps !== null && ` · ${formatLean(aheadBps)}`}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Half a bar for the largest lead or lag of the list. */
export function LeanBar({ aheadFen, most }: { aheadFen: bigint; most: bigint }) {
	const size = aheadFen < 0n ? -aheadFen : aheadFen;
	const width = `${Number((size * 500n) / most) / 10}%`;
	return (
		<span aria-hidden="true" className="pg-lean">
			{aheadFen < 0n ? (
				<i className="pg-behind" style={{ right: "50%", width }} />
			) : (
				<i style={{ left: "50%", width }} />
			)}
		</span>
	);
}

/** Which of them lags most and by how much, in a sentence. */
export function lagLine(
	slices: readonly PacedSlice[],
	nameOf: (key: string) => string,
	{ t, locale }: Words,
): string {
	const first = slices[0];
	if (!first) return t("slices.empty");
	if (first.aheadFen >= 0n || first.aheadBps === null) return t("slices.noLag");
	const amount = formatCompactFen(-first.aheadFen, locale).text;
	return t("slices.lag", {
		name: nameOf(first.key),
		amount,
		share: formatLean(-first.aheadBps).replace("+", ""),
	});
}
