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
import type { DecisionNumbers } from "@/lib/domains/admission/rules/decision-times";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { formatDays, formatShare } from "./figures";

type Props = {
	title: string;
	description?: string;
	nameLabel: string;
	rows: readonly { id: string; name: string; numbers: DecisionNumbers }[];
};

const columns = [
	"concluded",
	"median",
	"p90",
	"inTime",
	"approval",
	"changes",
	"appealed",
	"overturned",
] as const;

function cellOf(numbers: DecisionNumbers, column: (typeof columns)[number]): string {
	if (column === "concluded") return formatCount(numbers.concluded);
	if (column === "median") return formatDays(numbers.medianDays) ?? "–";
	if (column === "p90") return formatDays(numbers.p90Days) ?? "–";
	return formatShare(numbers[column]);
}

/** The same figures for each track or reviewer. */
export async function NumbersTable({ title, description, nameLabel, rows }: Props) {
	const t = await getTranslations("numbers");
	return (
		<Card className="overflow-hidden">
			<CardHeader title={title} description={description} />
			{rows.length === 0 ? (
				<EmptyState title={t("tables.empty")} />
			) : (
				<Table label={title} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{nameLabel}</TableHead>
							{columns.map((column) => (
								<TableHead key={column} numeric>
									{t(`tables.${column}`)}
								</TableHead>
							))}
						</TableRow>
					</TableHeader>
					<TableBody>
						{rows.map((row) => (
							<TableRow key={row.id}>
								<TableRowHead className="whitespace-nowrap">{row.name}</TableRowHead>
								{columns.map((column) => (
									<TableCell key={column} numeric>
										{cellOf(row.numbers, column)}
									</TableCell>
								))}
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
