"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectionBar } from "@/components/ui/selection-bar";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AnomalyKey } from "@/lib/domains/tiers/types/review";
import { LookDialog } from "./look-dialog";

export type DeskRow = {
	id: string;
	anomaly: AnomalyKey;
	/** Names the row's checkbox. */
	name: string;
	isLooked: boolean;
	cells: ReactNode;
};

type ReviewDeskProps = {
	label: string;
	runId: string;
	rows: readonly DeskRow[];
	heads: readonly string[];
	canReview: boolean;
};

/** The anomalies of a page; open ones can be chosen and marked as looked at with one note. */
export function ReviewDesk({ label, runId, rows, heads, canReview }: ReviewDeskProps) {
	const t = useTranslations("common");
	const [picked, setPicked] = useState<readonly string[]>([]);
	const open = rows.filter((row) => !row.isLooked);
	const chosen = open.filter((row) => picked.includes(row.id));
	const all = chosen.length > 0 && chosen.length === open.length;
	const pick = (id: string, isOn: boolean) =>
		setPicked((ids) => (isOn ? [...ids, id] : ids.filter((one) => one !== id)));
	return (
		<>
			<SelectionBar count={chosen.length} onClear={() => setPicked([])}>
				<LookDialog
					key={chosen.map(({ id }) => id).join()}
					runId={runId}
					anomalies={chosen.map(({ anomaly }) => anomaly)}
					onLooked={() => setPicked([])}
				/>
			</SelectionBar>
			<Table label={label} stickyFirst={false}>
				<TableHeader>
					<TableRow>
						{canReview && (
							<TableHead className="w-10">
								<Checkbox
									id="pick-all"
									aria-label={t("selection.all")}
									disabled={open.length === 0}
									checked={all ? true : chosen.length > 0 ? "indeterminate" : false}
									onCheckedChange={(on) => setPicked(on === true ? open.map(({ id }) => id) : [])}
								/>
							</TableHead>
						)}
						{heads.map((head) => (
							<TableHead key={head}>{head}</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<TableRow key={row.id}>
							{canReview && (
								<TableCell>
									<Checkbox
										id={`pick-${row.anomaly.partnerId}-${row.anomaly.metric}`}
										aria-label={t("selection.row", { name: row.name })}
										disabled={row.isLooked}
										checked={picked.includes(row.id) && !row.isLooked}
										onCheckedChange={(on) => pick(row.id, on === true)}
									/>
								</TableCell>
							)}
							{row.cells}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</>
	);
}
