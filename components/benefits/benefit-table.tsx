import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { BenefitRow } from "@/lib/domains/benefits/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { nameOf, showShort, statusTones } from "./words";

/** The operators' catalogue. */
export async function BenefitTable({ rows }: { rows: readonly BenefitRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	return (
		<Table label={t("list.label")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-52">{t("list.name")}</TableHead>
					<TableHead>{t("fields.module")}</TableHead>
					<TableHead>{t("fields.audience")}</TableHead>
					<TableHead numeric>{t("list.amount")}</TableHead>
					<TableHead>{t("fields.approval")}</TableHead>
					<TableHead>{t("list.use")}</TableHead>
					<TableHead>{t("fields.status")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead>
							<Link href={routes.ops.benefit(row.id)} className="hover:text-brand-ink hover:underline">
								{nameOf(row, locale)}
							</Link>
							<span className="block font-normal text-ink-faint text-xs">
								{t(`programmes.${row.programme}`)} · {row.code}
							</span>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">{t(`modules.${row.module}`)}</TableCell>
						<TableCell className="whitespace-nowrap">{t(`audiences.${row.audience}`)}</TableCell>
						<TableCell numeric>{showShort(row.amount, row.unit, locale)}</TableCell>
						<TableCell className="min-w-28 text-ink-soft text-xs">
							{row.delivery === "ITEMS" ? "–" : t(`approvals.${row.approval}`)}
						</TableCell>
						<TableCell className="whitespace-nowrap">
							{row.delivery === "ITEMS"
								? t("list.takings", { count: row.takings })
								: t("list.granted", { count: row.granted })}{" "}
							{row.waiting > 0 && (
								<Link href={routes.ops.benefitApplications({ benefit: row.id, state: "waiting" })}>
									<Badge tone="warning">{t("list.pending", { count: row.waiting })}</Badge>
								</Link>
							)}
						</TableCell>
						<TableCell>
							<StatusBadge status={row.status} tones={statusTones} label={t(`statuses.${row.status}`)} />
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
