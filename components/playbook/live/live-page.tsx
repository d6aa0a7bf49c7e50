import { TrendChart } from "@/components/charts/trend-chart";
import { BrandPage } from "@/components/playbook/stations/brand-pages";
import { linksOf } from "@/components/playbook/stations/links";
import { ClientMessages } from "@/components/shell/client-messages";
import { StatCard } from "@/components/ui/stat-card";
import type { LoadedLive } from "@/lib/domains/playbook/types/channel";
import { formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { LiveCalendar } from "./live-calendar";
import { SessionTable } from "./session-table";

/** Hours with one decimal, cut and not rounded: the threshold is a line. */
const showHours = (minutes: number) => {
	const tenths = Math.trunc(minutes / 6);
	return `${formatCount(Math.trunc(tenths / 10))}.${tenths % 10}`;
};

/** What a brand broadcasts itself: where it stands against the line, its month, its sessions, and public traffic over time. */
export async function LivePage(loaded: LoadedLive) {
	const { brand, side, month, thisMonth, sessions, standing, policy, publicShares } = loaded;
	const [t, locale] = await Promise.all([getTranslations("selflive"), getLocale()]);
	const note = standing
		? t("window", { days: policy.windowDays, day: formatDate(standing.day, locale) })
		: t("notJudged");
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="live"
			title={t("title")}
			description={t("description")}
			policyVersion={policy.version}
		>
			<div className="mb-4 grid gap-4 sm:grid-cols-2">
				<StatCard
					label={t("days")}
					value={t("ofDays", { value: formatCount(standing?.days ?? 0), target: policy.liveDays })}
					note={note}
				/>
				<StatCard
					label={t("hours")}
					value={t("ofHours", {
						value: showHours(standing?.minutes ?? 0),
						target: formatCount(policy.liveMinutes / 60),
					})}
					note={`${note} · ${t("rules")}`}
				/>
			</div>
			<div className="space-y-4">
				<LiveCalendar
					month={month}
					thisMonth={thisMonth}
					sessions={sessions}
					hrefOf={linksOf(side, brand.id).live}
				/>
				{sessions.length > 0 && <SessionTable sessions={sessions} />}
				<ClientMessages namespaces={["common"]}>
					<TrendChart
						title={t("public")}
						description={t("publicHint")}
						axisLabel={t("day")}
						format="bps"
						empty={
							publicShares.length === 0
								? { title: t("publicEmpty"), description: t("publicEmptyHint") }
								: undefined
						}
						series={[{ key: "share", label: t("publicShare"), tone: 1 }]}
						marks={[{ value: policy.publicShareBps, label: t("publicLine") }]}
						points={publicShares.map(({ day, bps }) => ({
							key: day,
							label: formatDate(day, locale),
							values: { share: bps },
						}))}
					/>
				</ClientMessages>
			</div>
		</BrandPage>
	);
}
