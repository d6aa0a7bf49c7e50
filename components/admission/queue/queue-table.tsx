import { Table, TableBody, type TableDensity, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Queue } from "@/lib/domains/admission/rules/queue-rows";
import type { QueueColumn } from "@/lib/domains/admission/rules/queue-view";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ActionsCell, type CellProps, ChecksCell, ClockCell, clockOfRow, StateCell } from "./queue-cells";

/** Plain markup, row by row, without a client component in it: a page of twenty-five rows is sent and shown at once. */
export async function QueueTable({ queue, density }: { queue: Queue; density: TableDensity }) {
	const [t, locale] = await Promise.all([getTranslations("queue"), getLocale()]);
	return (
		<Table label={t("tableLabel")} density={density}>
			<TableHeader>
				<TableRow>
					<TableHead>
						<span className="flex items-center gap-3">
							{queue.canAssign && (
								<input
									type="checkbox"
									data-select-all
									aria-label={t("select.all")}
									className="size-4 accent-brand"
								/>
							)}
							{t("columns.company")}
						</span>
					</TableHead>
					{queue.columns.map((column) => (
						<TableHead key={column}>{t(`columns.${column}`)}</TableHead>
					))}
					<TableHead>{t("columns.state")}</TableHead>
					<TableHead className="text-right">{t("columns.actions")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{queue.page.rows.map((row) => renderRow({ row, clock: clockOfRow(row, queue), queue, t, locale }))}
			</TableBody>
		</Table>
	);
}

/** Called and not mounted, of plain elements: a component for each of twenty-five rows and their cells costs more than it draws. */
function renderRow(props: CellProps) {
	const { row, queue, t, clock } = props;
	return (
		<tr key={row.id} data-row={row.id} data-level={clock?.level} data-version={row.version}>
			<th scope="row" className="min-w-48 sm:min-w-64 sm:max-w-80">
				<span className="flex items-start gap-3">
					{queue.canAssign && (
						<input
							type="checkbox"
							data-select
							aria-label={t("select.row", { name: row.companyName })}
							className="mt-0.5 size-4 shrink-0 accent-brand"
						/>
					)}
					<span className="min-w-0">
						<a
							href={routes.ops.application(row.id)}
							data-row-link
							className="wrap-anywhere line-clamp-2 rounded-sm hover:text-brand-ink"
						>
							{row.companyName}
						</a>
						{renderCopy(row.number, t("copy", { label: t("number") }))}
						{row.uscc && renderCopy(row.uscc, t("copy", { label: t("uscc") }))}
					</span>
				</span>
			</th>
			{queue.columns.map((column) => (
				<td key={column} className="whitespace-nowrap">
					{renderCell(column, props)}
				</td>
			))}
			<td>{StateCell(props)}</td>
			<td className="whitespace-nowrap text-right">{ActionsCell(props)}</td>
		</tr>
	);
}

/** A press copies the value; the desk around the table hears it. */
function renderCopy(value: string, label: string) {
	return (
		<button type="button" data-copy title={label} tabIndex={-1} className="copy-value">
			{value}
		</button>
	);
}

function renderCell(column: QueueColumn, props: CellProps) {
	const { row, queue, t, locale } = props;
	switch (column) {
		case "track": {
			const track = queue.tracks.find((one) => one.code === row.primaryTrack);
			return twoLines(
				track && (locale === "en" ? track.nameEn : track.nameZh),
				row.region && nameRegion(row.region, locale),
			);
		}
		case "contact":
			return twoLines(row.contactName, row.contactPhone);
		case "submitted":
			return twoLines(formatDate(row.submittedAt, locale), formatDateTime(row.submittedAt, locale).slice(-5));
		case "sla":
			return ClockCell(props);
		case "checks":
			return ChecksCell(props);
		case "assignee":
			if (row.assigneeId === queue.viewer.userId) return t("me");
			return row.assigneeName ?? <span className="text-ink-faint">{t("nobody")}</span>;
	}
}

function twoLines(first: string | null | undefined, second: string | null) {
	return (
		<>
			<span className="figure block">{first ?? "–"}</span>
			<span className="figure block text-ink-faint text-xs">{second}</span>
		</>
	);
}
