import { PaceVerdict } from "@/components/programme/band-panel";
import type { Words } from "@/components/programme/words";
import { factsOf } from "@/lib/domains/programme/rules/show/facts";
import {
	bandLine,
	bandName,
	formatTenths,
	poolAmount,
	poolParts,
} from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatFen } from "@/lib/platform/format";

type Props = { dashboard: ProgrammeDashboard; words: Words };

/** The bands against their targets. */
export function BandTable({ dashboard, words }: Props) {
	const { t, locale } = words;
	const heads = ["band", "count", "target", "due", "gapToPace", "projected", "reached"] as const;
	return (
		<div className="pg-scroll">
			<table className="pg-rows">
				<Heads heads={heads.map((head) => t(`report.${head}`))} />
				<tbody>
					{dashboard.overview.bands.map((state) => (
						<tr key={state.band.code}>
							<td>
								{bandName(state.band, locale)} ({bandLine(state.band, locale)})
							</td>
							<td>
								<strong>{formatCount(state.count)}</strong>
							</td>
							<td>{formatCount(state.band.targetCount)}</td>
							<td>{formatTenths(state.expectedTenths)}</td>
							<td>
								<PaceVerdict state={state} words={words} />
							</td>
							<td>{formatCount(state.projectedCount)}</td>
							<td>{formatCount(state.reachedThisMonth)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Heads({ heads }: { heads: readonly string[] }) {
	return (
		<thead>
			<tr>
				{heads.map((head) => (
					<th key={head} scope="col">
						{head}
					</th>
				))}
			</tr>
		</thead>
	);
}

/** Amounts in full: paper has no tooltip. */
export function FactTable({ dashboard, words }: Props) {
	const { t } = words;
	return (
		<div className="pg-scroll">
			<table className="pg-rows">
				<Heads heads={[t("report.figure"), t("report.value"), t("report.note")]} />
				<tbody>
					{factsOf(dashboard, words).map(({ key, label, fen, note }) => (
						<tr key={key}>
							<td>{label}</td>
							<td>{formatFen(fen)}</td>
							<td>{note}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

export function PoolTable({ dashboard, words }: Props) {
	const { t, locale } = words;
	const parts = ["total", ...poolParts, "available"] as const;
	return (
		<div className="pg-scroll">
			<table className="pg-rows">
				<Heads heads={[t("pools.pool"), ...parts.map((part) => t(`pools.${part}`))]} />
				<tbody>
					{dashboard.pools.map((pool) => (
						<tr key={pool.id}>
							<td>{locale === "en" ? pool.nameEn : pool.nameZh}</td>
							{parts.map((part) => (
								<td key={part}>{poolAmount(pool, pool[part], locale)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
