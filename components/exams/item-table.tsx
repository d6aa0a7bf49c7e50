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
import type { ItemReport } from "@/lib/domains/certification/types/statistics";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ItemFlags } from "./item-card";

/** The questions of a level by what sittings say of them. */
export async function ItemTable({ items }: { items: readonly ItemReport[] }) {
	const t = await getTranslations("examdesk");
	return (
		<Table label={t("items.table")} density="compact" stickyFirst={false}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("bank.question")}</TableHead>
					<TableHead>{t("items.flags")}</TableHead>
					<TableHead numeric>{t("items.difficulty")}</TableHead>
					<TableHead numeric>{t("items.discrimination")}</TableHead>
					<TableHead numeric>{t("items.sittings")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{items.map((item) => (
					<TableRow key={item.versionId}>
						<TableRowHead className="min-w-64 max-w-md">
							<Link
								href={routes.ops.question(item.questionId)}
								className="line-clamp-1 text-ink hover:text-brand-ink hover:underline hover:underline-offset-4"
							>
								{item.stem}
							</Link>
							<span className="block font-mono font-normal text-ink-faint text-xs">{item.code}</span>
						</TableRowHead>
						<TableCell className="min-w-28">
							<ItemFlags report={item} />
						</TableCell>
						<TableCell numeric>
							{item.difficulty === null ? "–" : formatBps(Math.round(item.difficulty * 10_000))}
						</TableCell>
						<TableCell numeric>{item.discrimination?.toFixed(2) ?? "–"}</TableCell>
						<TableCell numeric>{formatCount(item.sittings)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
