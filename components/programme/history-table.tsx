import Link from "next/link";
import { bandName, formatTenths } from "@/lib/domains/programme/rules/show/names";
import type { Band, BandMonth } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatDate, formatMonth } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import type { Words } from "./words";

/** The table behind the picture: each band at every month's end, where it should have been, and who moved. */
export function HistoryTable({
	history,
	bands,
	words,
}: {
	history: readonly BandMonth[];
	bands: readonly Band[];
	words: Words;
}) {
	const { t, locale } = words;
	return (
		<div className="pg-scroll">
			<table className="pg-rows" aria-label={t("history.table")}>
				<thead>
					<tr>
						<th scope="col">{t("history.month")}</th>
						<th scope="col">{t("history.until")}</th>
						{bands.flatMap((band) => [
							<th key={band.code} scope="col">
								{bandName(band, locale)}
							</th>,
							<th key={`${band.code} due`} scope="col">
								{t("history.due", { band: bandName(band, locale) })}
							</th>,
						])}
						<th scope="col">{t("history.rose")}</th>
						<th scope="col">{t("history.fell")}</th>
					</tr>
				</thead>
				<tbody>
					{history.map(({ month, until, counts, expectedTenths, rose, fell }) => (
						<tr key={month}>
							<td>
								<Link href={`${routes.ops.programmeHistory({ month })}#crossings`} prefetch={false}>
									{formatMonth(month, locale)}
								</Link>
							</td>
							<td>{formatDate(until, locale)}</td>
							{bands.flatMap((band) => [
								<td key={band.code}>
									<strong>{formatCount(counts[band.code] ?? 0)}</strong>
								</td>,
								<td key={`${band.code} due`}>{formatTenths(expectedTenths[band.code] ?? 0)}</td>,
							])}
							<td className={rose > 0 ? "pg-good" : undefined}>{formatCount(rose)}</td>
							<td className={fell > 0 ? "pg-bad" : undefined}>{formatCount(fell)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
