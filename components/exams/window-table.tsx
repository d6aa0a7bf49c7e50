import Link from "next/link";
import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { WindowRow } from "@/lib/domains/certification/types/windows";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export const windowTones: StatusTones<WindowRow["standing"]> = {
	COMING: "info",
	OPEN: "success",
	OVER: "neutral",
	CANCELLED: "danger",
};

export async function WindowTable({ windows }: { windows: readonly WindowRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("examdesk"), getLocale()]);
	return (
		<Table label={t("windows.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("windows.name")}</TableHead>
					<TableHead>{t("windows.standing")}</TableHead>
					<TableHead>{t("windows.time")}</TableHead>
					<TableHead numeric>{t("windows.seats")}</TableHead>
					<TableHead numeric>{t("windows.result")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{windows.map((window) => (
					<TableRow key={window.id}>
						<TableRowHead className="min-w-44">
							<Link
								href={routes.ops.examWindow(window.id)}
								className="text-brand-ink hover:underline hover:underline-offset-4"
							>
								{locale === "en" ? window.nameEn : window.nameZh}
							</Link>
							<span className="block font-normal text-ink-faint text-xs">{t(`levels.${window.level}`)}</span>
						</TableRowHead>
						<TableCell>
							<StatusBadge
								status={window.standing}
								tones={windowTones}
								label={t(`windows.states.${window.standing}`)}
							/>
						</TableCell>
						<TableCell className="figure min-w-48">
							{window.closesAt
								? t("windows.until", {
										from: formatDateTime(window.opensAt, locale),
										to: formatDateTime(window.closesAt, locale),
									})
								: t("windows.since", { from: formatDateTime(window.opensAt, locale) })}
						</TableCell>
						<TableCell numeric>
							{window.seats === null
								? t("windows.bookedAny", { booked: formatCount(window.booked) })
								: t("windows.booked", {
										booked: formatCount(window.booked),
										seats: formatCount(window.seats),
									})}
						</TableCell>
						<TableCell numeric>
							{t("windows.booked", { booked: formatCount(window.begun), seats: formatCount(window.passed) })}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
