import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { showValue } from "@/lib/domains/playbook/rules/show-criteria";
import type { CriterionMove } from "@/lib/domains/playbook/rules/steps/series";
import type { StepsGlance } from "@/lib/domains/playbook/types/step-results";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What the criteria did between the last two days judged. */
export async function MovesCard({ view }: { view: StepsGlance }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const day = formatDate(view.day, locale);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("moves.title")} description={t("moves.description", { day })} />
			{view.moves.length === 0 ? (
				<EmptyState title={t("moves.none")} />
			) : (
				<MovesTable moves={view.moves} label={t("moves.title")} to={day} from={t("moves.column.from")} />
			)}
		</Card>
	);
}

type TableProps = { moves: readonly CriterionMove[]; label: string; from: string; to: string };

export async function MovesTable({ moves, label, from, to }: TableProps) {
	const t = await getTranslations("stations");
	return (
		<Table label={label} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("moves.column.criterion")}</TableHead>
					<TableHead numeric>{from}</TableHead>
					<TableHead numeric>{to}</TableHead>
					<TableHead numeric>{t("moves.column.threshold")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{moves.map(({ code, crossed, threshold, ...move }) => (
					<TableRow key={code}>
						<TableRowHead className="min-w-32 font-normal">
							{t(`criterion.${code}`)}{" "}
							{crossed && (
								<Badge tone={crossed === "UP" ? "success" : "danger"}>
									{t(crossed === "UP" ? "moves.up" : "moves.down")}
								</Badge>
							)}
						</TableRowHead>
						<TableCell numeric>{move.from === null ? "–" : showValue(t, code, move.from)}</TableCell>
						<TableCell numeric>{move.to === null ? "–" : showValue(t, code, move.to)}</TableCell>
						<TableCell numeric>{showValue(t, code, threshold)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
