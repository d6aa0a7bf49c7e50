import Link from "next/link";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ServiceRecord } from "@/lib/domains/playbook/types/service-record";
import { formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

const columns = ["handedIn", "accepted", "sentBack", "waiting", "done"] as const;

/** A partner's work, brand by brand. */
export async function RecordTable({ rows }: { rows: readonly ServiceRecord[] }) {
	const t = await getTranslations("servicerecord");
	return (
		<Table label={t("table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("brand")}</TableHead>
					{columns.map((column) => (
						<TableHead key={column} numeric>
							{t(column)}
						</TableHead>
					))}
					<TableHead numeric>{t("onTime")}</TableHead>
					<TableHead>{t("closed")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.brandId}>
						<TableRowHead className="min-w-36">
							<BrandName row={row} />
						</TableRowHead>
						{columns.map((column) => (
							<TableCell key={column} numeric>
								{formatCount(row[column])}
							</TableCell>
						))}
						<TableCell numeric>
							{row.done > 0 ? t("onTimeOf", { onTime: row.onTime, done: row.done }) : t("none")}
						</TableCell>
						<TableCell className="min-w-44">
							<Closings closed={row.closed} />
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

/** A brand that is not served any more is told, and has no page for the partner. */
async function BrandName({ row }: { row: ServiceRecord }) {
	const [t, locale] = await Promise.all([getTranslations("servicerecord"), getLocale()]);
	const from = formatDate(row.from, locale);
	return (
		<>
			{row.to === null ? (
				<Link
					href={routes.partner.brand(row.brandId)}
					prefetch={false}
					className="underline-offset-4 hover:underline"
				>
					{row.name}
				</Link>
			) : (
				row.name
			)}
			<span className="figure block whitespace-nowrap font-normal text-2xs text-ink-faint">
				{row.to === null ? t("since", { from }) : t("until", { from, to: formatDate(row.to, locale) })}
			</span>
		</>
	);
}

async function Closings({ closed }: Pick<ServiceRecord, "closed">) {
	const [t, tPlaybook, locale] = await Promise.all([
		getTranslations("servicerecord"),
		getTranslations("playbook"),
		getLocale(),
	]);
	if (closed.length === 0) return t("none");
	return (
		<ul className="space-y-1 text-xs">
			{closed.map(({ step, day, isReopened }) => (
				<li key={step}>
					<span className="text-ink">
						{step} · {tPlaybook(`step.${step}`)}
					</span>{" "}
					<span className="whitespace-nowrap text-ink-faint">
						{t("closedOn", { day: formatDate(day, locale) })}
						{isReopened && <span className="text-warning-ink"> · {t("reopened")}</span>}
					</span>
				</li>
			))}
		</ul>
	);
}
