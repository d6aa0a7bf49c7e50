"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectionBar } from "@/components/ui/selection-bar";
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
import { approveBenefitApplications } from "@/lib/domains/benefits/actions";
import { nextState } from "@/lib/domains/benefits/rules/transitions";
import type { ApplicationRow } from "@/lib/domains/benefits/types";
import { formatDateTime } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { benefitOf, showExact, stateTones } from "./words";

type Props = { rows: readonly ApplicationRow[]; canDecide: boolean };
type Result = { id: string; reason: string | null };

/** Applications as they wait; chosen ones are approved one after the other, and each is told what became of it. */
export function Worklist({ rows, canDecide }: Props) {
	const t = useTranslations("benefits.work");
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const [results, setResults] = useState<readonly Result[]>([]);
	const [failure, setFailure] = useState<string | null>(null);
	const [pending, start] = useTransition();
	const errorText = useErrorText();
	const names = new Map(rows.map((row) => [row.id, row.organisationName]));
	const open = rows.filter(({ state }) => nextState(state, "approve") !== null).map(({ id }) => id);
	const approve = () =>
		start(async () => {
			const outcome = await approveBenefitApplications({ applicationIds: [...chosen] });
			setResults(outcome.ok ? outcome.results : []);
			setFailure(outcome.ok ? null : outcome.reason);
			setChosen([]);
		});
	const toggle = (id: string) =>
		setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
	return (
		<>
			{failure && <Banner tone="danger">{errorText(failure)}</Banner>}
			{results.length > 0 && (
				<Banner
					tone={results.some(({ reason }) => reason) ? "warning" : "success"}
					title={t("results")}
					role="status"
				>
					<ul className="mt-1 space-y-0.5">
						{results.map(({ id, reason }) => (
							<li key={id}>
								<Link href={routes.ops.benefitApplication(id)} className="underline">
									{names.get(id) ?? id}
								</Link>
								{" · "}
								{reason ? errorText(reason) : t("ok")}
							</li>
						))}
					</ul>
				</Banner>
			)}
			<SelectionBar count={chosen.length} onClear={() => setChosen([])}>
				<Button size="sm" pending={pending} onClick={approve}>
					{t("approveSelected")}
				</Button>
			</SelectionBar>
			<Table label={t("label")}>
				<TableHeader>
					<TableRow>
						{canDecide && (
							<TableHead>
								<Checkbox
									aria-label={t("selectAll")}
									disabled={open.length === 0}
									checked={open.length > 0 && chosen.length === open.length}
									onCheckedChange={(value) => setChosen(value === true ? open : [])}
								/>
							</TableHead>
						)}
						<TableHead className="min-w-52">{t("applicant")}</TableHead>
						<TableHead className="min-w-40">{t("benefit")}</TableHead>
						<TableHead numeric>{t("amount")}</TableHead>
						<TableHead>{t("appliedOn")}</TableHead>
						<TableHead>{t("state")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<Row
							key={row.id}
							row={row}
							canDecide={canDecide}
							isChosen={chosen.includes(row.id)}
							isOpen={open.includes(row.id)}
							onToggle={toggle}
						/>
					))}
				</TableBody>
			</Table>
		</>
	);
}

type RowProps = {
	row: ApplicationRow;
	canDecide: boolean;
	isChosen: boolean;
	isOpen: boolean;
	onToggle: (id: string) => void;
};

function Row({ row, canDecide, isChosen, isOpen, onToggle }: RowProps) {
	const t = useTranslations("benefits");
	const locale = useLocale();
	return (
		<TableRow>
			{canDecide && (
				<TableCell>
					{isOpen && (
						<Checkbox
							aria-label={t("work.select", { name: row.organisationName })}
							checked={isChosen}
							onCheckedChange={() => onToggle(row.id)}
						/>
					)}
				</TableCell>
			)}
			<TableRowHead>
				<Link href={routes.ops.benefitApplication(row.id)} className="hover:text-brand-ink hover:underline">
					{row.organisationName}
				</Link>
				{row.streamer && <span className="block font-normal text-ink-faint text-xs">{row.streamer}</span>}
			</TableRowHead>
			<TableCell>{benefitOf(row, locale)}</TableCell>
			<TableCell numeric>{showExact(row.unit && row.amount, row.unit)}</TableCell>
			<TableCell className="whitespace-nowrap">{formatDateTime(row.createdAt, locale)}</TableCell>
			<TableCell>
				<StatusBadge status={row.state} tones={stateTones} label={t(`states.${row.state}`)} />
			</TableCell>
		</TableRow>
	);
}
