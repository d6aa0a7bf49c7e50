import Link from "next/link";
import { cn } from "@/components/ui/cn";
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
import type { FeedGrain, ImportCounts } from "@/lib/domains/gmv/types";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { batchTones } from "./status-tones";

export type BatchItem = ImportCounts & {
	id: string;
	fileName: string;
	sourceCode: string;
	grain: FeedGrain;
	state: keyof typeof batchTones;
	startedAt: Date;
};

const counts = ["lines", "accepted", "duplicate", "conflict", "rejected"] as const;

export async function BatchTable({ batches }: { batches: readonly BatchItem[] }) {
	const t = await getTranslations("gmv");
	return (
		<Table label={t("imports.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("imports.file")}</TableHead>
					<TableHead>{t("imports.source")}</TableHead>
					<TableHead>{t("imports.state")}</TableHead>
					{counts.map((name) => (
						<TableHead key={name} numeric>
							{t(`imports.${name}`)}
						</TableHead>
					))}
					<TableHead>{t("imports.startedAt")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{batches.map((batch) => (
					<BatchTableRow key={batch.id} batch={batch} />
				))}
			</TableBody>
		</Table>
	);
}

async function BatchTableRow({ batch }: { batch: BatchItem }) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const isDone = batch.state === "DONE";
	return (
		<TableRow>
			<TableRowHead>
				<Link
					href={routes.ops.importBatch(batch.id)}
					className="block min-w-36 break-all hover:text-brand-ink hover:underline hover:underline-offset-4"
				>
					{batch.fileName}
				</Link>
			</TableRowHead>
			<TableCell>
				<span className="font-mono text-xs">{batch.sourceCode}</span>
				<span className="block whitespace-nowrap text-ink-faint text-xs">{t(`grain.${batch.grain}`)}</span>
			</TableCell>
			<TableCell>
				<StatusBadge status={batch.state} tones={batchTones} label={t(`batchState.${batch.state}`)} />
			</TableCell>
			{counts.map((name) => (
				<TableCell
					key={name}
					numeric
					className={cn(
						isDone && (name === "rejected" || name === "conflict") && batch[name] > 0 && "text-danger-ink",
						(!isDone || batch[name] === 0) && "text-ink-faint",
					)}
				>
					{isDone ? formatCount(batch[name]) : "–"}
				</TableCell>
			))}
			<TableCell className="figure whitespace-nowrap text-ink-soft">
				{formatDateTime(batch.startedAt, locale)}
			</TableCell>
		</TableRow>
	);
}
