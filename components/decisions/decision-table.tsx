import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { decisionKinds } from "@/lib/domains/decisions/constants";
import type { DecisionRow } from "@/lib/domains/decisions/types";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { describeDecision } from "./decision-words";

export async function DecisionTable({ rows }: { rows: readonly DecisionRow[] }) {
	const t = await getTranslations("decisions");
	return (
		<Table label={t("table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("column.place")}</TableHead>
					<TableHead>{t("column.at")}</TableHead>
					<TableHead>{t("column.decision")}</TableHead>
					<TableHead>{t("column.about")}</TableHead>
					<TableHead>{t("column.fingerprint")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<DecisionLine key={row.id} row={row} />
				))}
			</TableBody>
		</Table>
	);
}

async function DecisionLine({ row }: { row: DecisionRow }) {
	const [t, locale] = await Promise.all([getTranslations("decisions"), getLocale()]);
	return (
		<TableRow>
			<TableRowHead className="figure whitespace-nowrap align-top font-normal">
				{row.sequence === null || row.block === null ? (
					<Badge>{t("waits")}</Badge>
				) : (
					<>
						#{formatCount(row.sequence)}
						<Link
							href={routes.ops.decisionBlock(row.block)}
							className="block text-brand-ink text-xs hover:underline hover:underline-offset-4"
						>
							{t("blockLink", { number: formatCount(row.block) })}
						</Link>
					</>
				)}
			</TableRowHead>
			<TableCell className="figure whitespace-nowrap align-top">
				{formatDateTime(new Date(row.at), locale)}
			</TableCell>
			<TableCell className="min-w-64 align-top">
				<Decided row={row} />
			</TableCell>
			<TableCell className="min-w-48 align-top">
				<span className="block">{row.organisationName ?? t("platform")}</span>
				<Id term={t("subject")} value={row.subjectId} />
				<Id term={t("reference")} value={row.reference} />
			</TableCell>
			<TableCell className="align-top">
				<CopyableId value={row.hash} label={t("hash")} shortened />
			</TableCell>
		</TableRow>
	);
}

async function Decided({ row }: { row: DecisionRow }) {
	const t = await getTranslations("decisions");
	const kind = decisionKinds.find((one) => one === row.kind);
	return (
		<>
			<Badge tone="brand">{kind ? t(`kind.${kind}`) : row.kind}</Badge>
			<span className="mt-1 block">{describeDecision(row, t)}</span>
			<details className="mt-1 text-xs">
				<summary className="w-fit cursor-pointer text-brand-ink">{t("content")}</summary>
				<p className="wrap-anywhere mt-1 max-w-lg rounded-md bg-sunken p-2 font-mono text-ink-soft">
					{row.payload}
				</p>
				<div className="mt-1">
					<Id term={t("entryId")} value={row.id} />
					{row.blockHash && <Id term={t("blockHash")} value={row.blockHash} />}
				</div>
			</details>
		</>
	);
}

function Id({ term, value }: { term: string; value: string }) {
	return (
		<span className="flex items-center gap-1 whitespace-nowrap text-ink-faint text-xs">
			{term} <CopyableId value={value} label={term} shortened />
		</span>
	);
}
