"use client";

import { ChartSpline, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented, type SegmentedOption } from "@/components/ui/segmented";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";

export type ChartTable = {
	/** The first column names the rows, the others hold figures. */
	columns: readonly string[];
	rows: readonly { key: string; cells: readonly string[] }[];
};

export type ChartFrameProps = {
	title: string;
	description?: ReactNode;
	/** Filters or an explanation beside the switch. */
	actions?: ReactNode;
	/** The same figures as text: every chart has a table behind it. */
	table: ChartTable;
	/** Why there is nothing to draw, where it is not that the time has no data. */
	empty?: { title: string; description: string } | undefined;
	children: ReactNode;
	className?: string;
};

type View = "chart" | "table";

export function ChartFrame({
	title,
	description,
	actions,
	table,
	empty,
	children,
	className,
}: ChartFrameProps) {
	const t = useTranslations("common.chart");
	const [view, setView] = useState<View>("chart");
	const views: SegmentedOption<View>[] = [
		{ value: "chart", label: <ViewLabel icon={<ChartSpline aria-hidden="true" />} text={t("asChart")} /> },
		{ value: "table", label: <ViewLabel icon={<Table2 aria-hidden="true" />} text={t("asTable")} /> },
	];
	const isEmpty = table.rows.length === 0;
	return (
		<Card className={className}>
			<CardHeader
				title={title}
				description={description}
				actions={
					<>
						{actions}
						{!isEmpty && (
							<Segmented label={t("view", { title })} value={view} onValueChange={setView} options={views} />
						)}
					</>
				}
			/>
			{isEmpty && <EmptyState {...(empty ?? { title: t("empty") })} />}
			{!isEmpty && view === "chart" && <div className="px-3 pb-4 sm:px-5">{children}</div>}
			{!isEmpty && view === "table" && <FigureTable title={title} table={table} />}
		</Card>
	);
}

function ViewLabel({ icon, text }: { icon: ReactNode; text: string }) {
	return (
		<>
			{icon}
			{text}
		</>
	);
}

function FigureTable({ title, table }: { title: string; table: ChartTable }) {
	return (
		<div className="max-h-96 overflow-y-auto border-t">
			<Table label={title} density="compact">
				<TableHeader>
					<TableRow>
						{table.columns.map((column, index) => (
							<TableHead key={column} numeric={index > 0}>
								{column}
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{table.rows.map(({ key, cells: [name, ...figures] }) => (
						<TableRow key={key}>
							<TableRowHead>{name}</TableRowHead>
							{figures.map((figure, index) => (
								<TableCell key={table.columns[index + 1] ?? figure} numeric>
									{figure}
								</TableCell>
							))}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}
