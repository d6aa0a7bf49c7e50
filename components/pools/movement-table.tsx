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
import type { MovementRecord, PoolUnit } from "@/lib/domains/pools/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf } from "@/lib/platform/time";
import { showAmount } from "./words";

type Props = { rows: readonly MovementRecord[]; unit: PoolUnit; canTrace: boolean };

/** The ledger as it stands: from where to where, who and why. */
export async function MovementTable({ rows, unit, canTrace }: Props) {
	const t = await getTranslations("pools");
	return (
		<Table label={t("movements.title")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("movements.at")}</TableHead>
					<TableHead>{t("movements.kind")}</TableHead>
					<TableHead numeric>{t("movements.amount")}</TableHead>
					<TableHead className="min-w-40">{t("movements.partner")}</TableHead>
					<TableHead className="min-w-48">{t("movements.why")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((movement) => (
					<MovementRow key={movement.id} movement={movement} unit={unit} canTrace={canTrace} />
				))}
			</TableBody>
		</Table>
	);
}

type RowProps = { movement: MovementRecord; unit: PoolUnit; canTrace: boolean };

async function MovementRow({ movement, unit, canTrace }: RowProps) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const isLate = movement.bookedOn !== businessDayOf(movement.at);
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">
				<span className="figure">{formatDateTime(movement.at, locale)}</span>
				{isLate && (
					<span className="block font-normal text-2xs text-ink-faint">
						{t("movements.booked", { day: formatDate(movement.bookedOn, locale) })}
					</span>
				)}
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				{t(`kinds.${movement.kind}`)}
				<span className="block text-2xs text-ink-faint">
					{t("movements.way", {
						from: t(`accounts.${movement.fromAccount}`),
						to: t(`accounts.${movement.toAccount}`),
					})}
				</span>
			</TableCell>
			<TableCell numeric className="font-medium">
				{showAmount(movement.amount, unit)}
			</TableCell>
			<TableCell className="wrap-anywhere">{movement.partnerName ?? "–"}</TableCell>
			<TableCell className="wrap-anywhere">
				{movement.reason === "expired" ? t("movements.expired") : movement.reason}
				<span className="block text-2xs text-ink-faint">
					{movement.actorLabel === "jobs:pools" ? t("movements.system") : movement.actorLabel}
					{canTrace && (
						<>
							{" · "}
							<Link
								href={routes.ops.decisionsAbout(movement.id)}
								className="text-brand-ink underline underline-offset-4"
							>
								{t("movements.trace")}
							</Link>
						</>
					)}
				</span>
			</TableCell>
		</TableRow>
	);
}
