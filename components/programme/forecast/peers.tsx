import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LEAST_PEERS, type PeerBin } from "@/lib/domains/programme/rules/forecast/peers";
import type { OwnProgramme } from "@/lib/domains/programme/types/forecast-page";
import { formatCount } from "@/lib/platform/format";
import { compact, type ForecastWords } from "./words";

/** Where the partner stands among others, who are shown as groups of five or more and nothing else. */
export function Peers({ own, words }: { own: OwnProgramme; words: ForecastWords }) {
	const { t } = words;
	const { bins, count } = own.peers;
	const least = formatCount(LEAST_PEERS);
	if (bins.length === 0)
		return (
			<Card>
				<CardHeader title={t("own.peersTitle")} description={t("own.peersNone", { least })} />
			</Card>
		);
	const most = Math.max(...bins.map(({ peers }) => peers));
	return (
		<Card>
			<CardHeader
				title={t("own.peersTitle")}
				description={t("own.peersDescription", { count: formatCount(count) })}
			/>
			<CardBody>
				<table className="w-full text-sm">
					<caption className="sr-only">{t("own.peersTitle")}</caption>
					<thead className="sr-only">
						<tr>
							<th scope="col">{t("own.peersRange")}</th>
							<th scope="col">{t("own.peersCount")}</th>
						</tr>
					</thead>
					<tbody>
						{bins.map((bin) => (
							<tr key={String(bin.fromFen)}>
								<th
									scope="row"
									className="w-1 whitespace-nowrap py-1 pr-3 text-left font-normal text-ink-soft"
								>
									{binText(bin, words)}
								</th>
								<td className="py-1">
									<span className="flex items-center gap-2">
										<span className="min-w-0 flex-1">
											<span
												aria-hidden="true"
												className={`block h-4 rounded-sm ${bin.isOwn ? "bg-chart-1" : "bg-chart-1/40"}`}
												style={{ width: `${Math.max(1, (bin.peers / most) * 100)}%` }}
											/>
										</span>
										<span className="figure w-14 text-right">
											{t("own.count", { count: formatCount(bin.peers) })}
										</span>
									</span>
									{bin.isOwn && <Badge tone="brand">{t("own.you")}</Badge>}
								</td>
							</tr>
						))}
					</tbody>
				</table>
				<p className="mt-4 text-ink-faint text-xs">{t("own.peersRule", { least })}</p>
			</CardBody>
		</Card>
	);
}

function binText({ fromFen, toFen }: PeerBin, { t, locale }: ForecastWords): string {
	if (fromFen === null) return toFen === null ? "–" : t("own.below", { to: compact(toFen, locale) });
	if (toFen === null) return t("own.above", { from: compact(fromFen, locale) });
	return t("own.between", { from: compact(fromFen, locale), to: compact(toFen, locale) });
}
