import { EmptyState } from "@/components/ui/empty-state";
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
import type { PoolChange, PoolUnit } from "@/lib/domains/pools/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { changeTones, showAmount } from "./words";

/** Every raise and cut: who proposed it, who decided, and why. */
export async function ChangeList({ changes, unit }: { changes: readonly PoolChange[]; unit: PoolUnit }) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	if (changes.length === 0) return <EmptyState title={t("changes.empty")} />;
	return (
		<Table label={t("changes.title")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("changes.what")}</TableHead>
					<TableHead numeric>{t("movements.amount")}</TableHead>
					<TableHead className="min-w-40">{t("changes.proposed")}</TableHead>
					<TableHead className="min-w-40">{t("changes.decided")}</TableHead>
					<TableHead className="min-w-48">{t("changes.reason")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{changes.map((change) => (
					<TableRow key={change.id}>
						<TableRowHead className="whitespace-nowrap">
							{t(`kinds.${change.kind}`)}{" "}
							<StatusBadge
								status={change.state}
								tones={changeTones}
								label={t(`changeStates.${change.state}`)}
							/>
						</TableRowHead>
						<TableCell numeric className="font-medium">
							{showAmount(change.amount, unit)}
						</TableCell>
						<TableCell>
							{change.proposedByName ?? "–"}
							<span className="block text-2xs text-ink-faint">
								{formatDateTime(change.proposedAt, locale)}
							</span>
						</TableCell>
						<TableCell>
							{change.decidedByName ?? "–"}
							{change.decidedAt && (
								<span className="block text-2xs text-ink-faint">
									{formatDateTime(change.decidedAt, locale)}
								</span>
							)}
						</TableCell>
						<TableCell className="wrap-anywhere">
							{change.reason}
							{change.note && <span className="block text-ink-faint text-xs">{change.note}</span>}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
