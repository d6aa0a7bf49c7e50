"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { answerOf } from "@/components/forms/answer-of";
import { useErrorText } from "@/components/forms/use-error-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Delta } from "@/components/ui/delta";
import { Explain } from "@/components/ui/explain";
import { Figure } from "@/components/ui/figure";
import { NativeSelect } from "@/components/ui/native-select";
import { SelectionBar } from "@/components/ui/selection-bar";
import { type SortDirection, SortLink } from "@/components/ui/sort-link";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import {
	nudgeChosenBrands,
	setBrandManager,
	startBrandPlaybooks,
} from "@/lib/domains/playbook/actions/portfolio";
import {
	fewDaysBefore,
	type PortfolioColumn,
	type stuckReasons,
} from "@/lib/domains/playbook/constants/portfolio";
import type { PortfolioSort } from "@/lib/domains/playbook/rules/portfolio-query";
import type { Driver } from "@/lib/domains/playbook/rules/steps/drivers";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { CompactFigure } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

export type DeskRow = {
	id: string;
	name: string;
	about: string;
	managerName: string | null;
	isStarted: boolean;
	step: Step | null;
	stuckSince: string | null;
	stuckReason: (typeof stuckReasons)[number] | null;
	overdue: number;
	cells: readonly StepCellProps[];
	/** Net GMV of the last days, compact and exact, and its change on the year before, or why there is none. */
	net: CompactFigure;
	year: { bps: number } | { fewDays: number } | null;
	/** Null until the steps were judged. */
	drivers: readonly { driver: Driver; score: number; withoutData: number }[] | null;
};

/** How the data of a step stand; `MET` holds on the last day while required items are to do. */
export type StepMarkShown = "CLOSED" | "REOPENED" | "MET" | "OPEN" | "NONE";

type StepCellProps = { step: Step; done: number; required: number; mark: StepMarkShown; since: string };

export type DeskSorts = Record<PortfolioSort, { href: string; direction?: SortDirection }>;

type Props = {
	rows: readonly DeskRow[];
	/** By column: the address of the list in its order, and the order it is in. */
	sorts: DeskSorts;
	managers: readonly { id: string; name: string }[];
	mayManage: boolean;
	/** Days of the GMV shown. */
	days: number;
	columns: readonly PortfolioColumn[];
};

/** The same words once: of a hundred cells most say what another one says. */
function rememberWords(t: Worded["t"]): Worded["t"] {
	const said = new Map<string, string>();
	const say = (key: Parameters<Worded["t"]>[0], values?: Record<string, string | number>) => {
		const name = values ? `${key}${JSON.stringify(values)}` : key;
		const known = said.get(name) ?? (t as (key: string, values?: object) => string)(key, values);
		said.set(name, known);
		return known;
	};
	return Object.assign(say, t) as Worded["t"];
}

/** Brands by step; what is chosen can be nudged, given a manager, or started. */
export function PortfolioDesk({ rows, sorts, managers, mayManage, days, columns }: Props) {
	const words = useTranslations("playbook");
	const t = useMemo(() => rememberWords(words), [words]);
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const shown = chosen.filter((id) => rows.some((row) => row.id === id));
	const toggle = (id: string) =>
		setChosen(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]);
	return (
		<>
			<SelectionBar count={shown.length} onClear={() => setChosen([])}>
				<Bulk brandIds={shown} managers={managers} onDone={() => setChosen([])} />
			</SelectionBar>
			<Table label={t("ops.table")} density="compact" stickyFirst={false}>
				<TableHeader>
					<TableRow>
						{mayManage && (
							<TableHead>
								<input
									type="checkbox"
									className="size-4 accent-brand"
									aria-label={t("ops.chooseAll")}
									checked={shown.length === rows.length}
									onChange={() => setChosen(shown.length === rows.length ? [] : rows.map(({ id }) => id))}
								/>
							</TableHead>
						)}
						<Heads sorts={sorts} days={days} columns={columns} />
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<TableRow key={row.id}>
							{mayManage && (
								<TableCell>
									<input
										type="checkbox"
										className="size-4 accent-brand"
										aria-label={t("ops.choose", { brand: row.name })}
										checked={shown.includes(row.id)}
										onChange={() => toggle(row.id)}
									/>
								</TableCell>
							)}
							<BrandCells row={row} columns={columns} t={t} />
						</TableRow>
					))}
				</TableBody>
			</Table>
		</>
	);
}

function SortHead({ sort, children }: { sort: DeskSorts[PortfolioSort]; children: string }) {
	return (
		<TableHead aria-sort={sort.direction ?? "none"}>
			<SortLink {...sort}>{children}</SortLink>
		</TableHead>
	);
}

function Heads({ sorts, days, columns }: Pick<Props, "sorts" | "days" | "columns">) {
	const shows = (column: PortfolioColumn) => columns.includes(column);
	const t = useTranslations("playbook");
	return (
		<>
			<SortHead sort={sorts.name}>{t("ops.brand")}</SortHead>
			<SortHead sort={sorts.step}>{t("ops.step")}</SortHead>
			{shows("stuck") && <SortHead sort={sorts.stuck}>{t("ops.stuckSince")}</SortHead>}
			{shows("steps") &&
				(["1", "2", "3", "4", "5"] as const).map((step) => (
					<TableHead key={step} className="whitespace-normal px-2! leading-tight [overflow-wrap:normal]">
						<span className="block text-ink-faint">{step}</span>
						{t(`step.${step}`)}
					</TableHead>
				))}
			{(shows("net") || shows("growth")) && (
				<TableHead aria-sort={sorts.net.direction ?? sorts.growth.direction ?? "none"}>
					<span className="flex flex-col items-start">
						{shows("net") && <SortLink {...sorts.net}>{t("ops.net", { days })}</SortLink>}
						{shows("growth") && <SortLink {...sorts.growth}>{t("ops.yearOnYear")}</SortLink>}
					</span>
				</TableHead>
			)}
			{shows("drivers") && (
				<TableHead>
					<span className="inline-flex items-center gap-1">
						{t("ops.driversHead")}
						<Explain subject={t("ops.driversHead")}>
							<p className="font-normal">{t("ops.driversHint")}</p>
						</Explain>
					</span>
				</TableHead>
			)}
			{shows("manager") && <SortHead sort={sorts.manager}>{t("ops.manager")}</SortHead>}
		</>
	);
}

function YearCell({ year, t }: Pick<DeskRow, "year"> & Worded) {
	if (year && "bps" in year) return <Delta bps={year.bps} label="" />;
	if (!year) return <span className="text-2xs text-ink-faint">{t("ops.noLastYear")}</span>;
	return (
		<span className="text-2xs text-warning-ink" title={t("ops.fewDaysHint", { days: fewDaysBefore })}>
			{t("ops.fewDays", { count: year.fewDays })}
		</span>
	);
}

/** The words come from the table: a hundred and fifty cells need not each open them. */
type Worded = { t: ReturnType<typeof useTranslations<"playbook">> };

function BrandCells({ row, columns, t }: { row: DeskRow } & Pick<Props, "columns"> & Worded) {
	const shows = (column: PortfolioColumn) => columns.includes(column);
	return (
		<>
			<TableRowHead className="min-w-36">
				<Link href={routes.ops.brand(row.id)} prefetch={false} className="underline-offset-4 hover:underline">
					{row.name}
				</Link>
				<span className="block font-normal text-2xs text-ink-faint">{row.about}</span>
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				{row.step !== null && t(`step.${row.step}`)}
				{!row.isStarted && !shows("steps") && <span className="text-ink-faint">{t("ops.notStarted")}</span>}
				{row.isStarted && row.step === null && <Badge tone="success">{t("ops.finished")}</Badge>}
			</TableCell>
			{shows("stuck") && (
				<TableCell className="whitespace-nowrap">
					{row.stuckSince && <span className="block text-danger-ink">{row.stuckSince}</span>}
					{row.stuckReason && <span className="block text-2xs">{t(`ops.stuckOn.${row.stuckReason}`)}</span>}
					{row.overdue > 0 && (
						<span className="text-2xs text-ink-faint">{t("ops.overdue", { count: row.overdue })}</span>
					)}
				</TableCell>
			)}
			{shows("steps") &&
				(row.isStarted ? (
					row.cells.map((cell) => <StepCell key={cell.step} {...cell} t={t} isNow={row.step === cell.step} />)
				) : (
					<TableCell colSpan={5} className="text-ink-faint">
						{t("ops.notStarted")}
					</TableCell>
				))}
			{(shows("net") || shows("growth")) && (
				<TableCell className="whitespace-nowrap">
					{shows("net") && <Figure value={row.net} className="block" />}
					{shows("growth") && <YearCell year={row.year} t={t} />}
				</TableCell>
			)}
			{shows("drivers") && (
				<TableCell className="whitespace-nowrap text-2xs">
					{row.drivers?.map(({ driver, score, withoutData }) => (
						<span
							key={driver}
							className="block"
							title={withoutData > 0 ? t("ops.withoutData", { count: withoutData }) : undefined}
						>
							<span className="text-ink-faint">{t(`ops.driver.${driver}`)}</span> {score}
							{withoutData > 0 && (
								<span className="text-ink-faint"> · {t("ops.lacking", { count: withoutData })}</span>
							)}
						</span>
					)) ?? <span className="text-ink-faint">{t("ops.notJudged")}</span>}
				</TableCell>
			)}
			{shows("manager") && (
				<TableCell className="whitespace-nowrap">
					{row.managerName ?? <span className="text-ink-faint">{t("ops.none")}</span>}
				</TableCell>
			)}
		</>
	);
}

const markTones: Record<StepMarkShown, string> = {
	CLOSED: "bg-success-soft text-success-ink",
	REOPENED: "bg-danger-soft text-danger-ink",
	MET: "bg-warning-soft text-warning-ink",
	OPEN: "bg-sunken text-ink-soft",
	NONE: "bg-sunken text-ink-faint",
};

function StepCell({ done, required, mark, since, isNow, t }: StepCellProps & { isNow: boolean } & Worded) {
	const told = t(`ops.mark.${mark}`, { since });
	return (
		<TableCell className="px-2!">
			<span
				title={told}
				className={cn(
					"figure inline-flex min-w-12 justify-center rounded-md px-2 py-1 text-xs",
					markTones[mark],
					isNow && "font-semibold ring-1 ring-current",
				)}
			>
				{done}/{required}
				<span className="sr-only">
					{told} {isNow && t("ops.now")}
				</span>
			</span>
		</TableCell>
	);
}

function Bulk({
	brandIds,
	managers,
	onDone,
}: {
	brandIds: readonly string[];
	managers: Props["managers"];
	onDone: () => void;
}) {
	const t = useTranslations("playbook.ops");
	const errorText = useErrorText();
	const [pending, setPending] = useState(false);
	const ids = [...brandIds];
	async function run(action: Promise<Outcome<{ count: number }>>, done: (count: number) => string) {
		setPending(true);
		const outcome = await answerOf(action);
		setPending(false);
		if (!outcome.ok) return toast.error(errorText(outcome.reason, outcome.params));
		toast.success(done(outcome.count));
		onDone();
	}
	return (
		<>
			<NativeSelect
				aria-label={t("assign")}
				value=""
				emptyLabel={t("assign")}
				className="w-40"
				disabled={pending}
				options={managers.map(({ id, name }) => ({ value: id, label: name }))}
				onChange={({ currentTarget }) => {
					const managerId = currentTarget.value;
					if (managerId)
						void run(setBrandManager({ brandIds: ids, managerId }), (count) => t("assigned", { count }));
				}}
			/>
			<Button
				variant="secondary"
				pending={pending}
				onClick={() =>
					run(startBrandPlaybooks({ brandIds: ids }), (count) =>
						count > 0 ? t("started", { count }) : t("startedNone"),
					)
				}
			>
				{t("start")}
			</Button>
			<Button
				pending={pending}
				onClick={() =>
					run(nudgeChosenBrands({ brandIds: ids }), (count) =>
						count > 0 ? t("nudged", { count }) : t("nudgedNone"),
					)
				}
			>
				{t("nudge")}
			</Button>
		</>
	);
}
