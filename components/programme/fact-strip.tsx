import type { ReactNode } from "react";
import { type FactKey, factsOf } from "@/lib/domains/programme/rules/show/facts";
import { asOfLine } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import type { Words } from "./words";

/** Where the rows of a figure are, over the same days. */
function rowsOf({ terms, asOf, today }: ProgrammeDashboard): Record<FactKey, string> {
	const [from, to] = [terms.range.from, asOf ?? today];
	return {
		net: routes.ops.gmvBetween(from, to),
		expected: routes.ops.programmeTracks(),
		attributed: routes.ops.programmePartners(),
		unattributed: routes.ops.gmvBetween(from, to, "partner"),
		projected: routes.ops.programmePartners({ sort: "projected" }),
	};
}

export function FactStrip({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const { t, locale } = words;
	const { pace } = dashboard;
	const rows = rowsOf(dashboard);
	return (
		<dl className="pg-facts">
			{factsOf(dashboard, words).map(({ key, label, fen, note }) => {
				const figure = formatCompactFen(fen, locale);
				return (
					<FactCell
						key={key}
						label={label}
						value={<span title={figure.exact}>{figure.text}</span>}
						note={note}
						why={
							<Definition
								id={`why-${key}`}
								subject={label}
								what={t(`explain.${key}`)}
								measure={t(key === "attributed" ? "explain.netOwn" : "explain.netAll")}
								asOf={`${asOfLine(dashboard, words)} ${figure.exact}`}
								rows={{ href: rows[key], label: t("explain.rows") }}
								words={words}
							/>
						}
					/>
				);
			})}
			<FactCell
				label={t("stats.year")}
				value={`${formatCount(pace.elapsedDays)} / ${formatCount(pace.totalDays)}`}
				note={t("stats.yearNote", { days: formatCount(pace.remainingDays) })}
			/>
		</dl>
	);
}

function FactCell({
	label,
	value,
	note,
	why,
}: {
	label: string;
	value: ReactNode;
	note: string;
	why?: ReactNode;
}) {
	return (
		<div>
			<dt>
				{label}
				{why}
			</dt>
			<dd>{value}</dd>
			<dd>{note}</dd>
		</div>
	);
}
