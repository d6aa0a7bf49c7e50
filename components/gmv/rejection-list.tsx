import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { Rejection, RejectionCode } from "@/lib/domains/gmv/types";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { withQuery } from "./page-href";

type RejectionListProps = {
	batchId: string;
	rejections: readonly Rejection[];
	counts: readonly { code: RejectionCode; count: number }[];
	/** The reason chosen; empty for all. */
	code: string;
	pagination: React.ReactNode;
};

/** The lines a batch did not take, each with its place, value and reason, and the whole list as a file. */
export async function RejectionList({ batchId, rejections, counts, code, pagination }: RejectionListProps) {
	const [t, tCommon] = await Promise.all([getTranslations("gmv"), getTranslations("common")]);
	const path = routes.ops.importBatch(batchId);
	const total = counts.reduce((sum, row) => sum + row.count, 0);
	if (total === 0)
		return <EmptyState title={t("imports.noRejections")} description={t("imports.noRejectionsHint")} />;
	const tabs = [
		{ href: path, label: tCommon("state.all"), count: formatCount(total), isCurrent: code === "" },
		...counts.map((row) => ({
			href: withQuery(path, { code: row.code }),
			label: t(`rejection.${row.code}`),
			count: formatCount(row.count),
			isCurrent: code === row.code,
		})),
	];
	return (
		<Card>
			<CardHeader
				title={t("imports.rejections")}
				description={t("imports.rejectionsHint")}
				actions={
					<Button asChild variant="secondary" size="sm">
						<a href={routes.api.importErrors(batchId)} download>
							<Download aria-hidden="true" />
							{t("imports.download")}
						</a>
					</Button>
				}
			/>
			{counts.length > 1 && (
				<div className="px-5">
					<LinkTabs label={t("imports.byReason")} tabs={tabs} />
				</div>
			)}
			<RejectionTable rejections={rejections} />
			{pagination}
		</Card>
	);
}

async function RejectionTable({ rejections }: { rejections: readonly Rejection[] }) {
	const t = await getTranslations("gmv");
	return (
		<Table label={t("imports.rejections")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("imports.lineNumber")}</TableHead>
					<TableHead>{t("imports.column")}</TableHead>
					<TableHead>{t("imports.value")}</TableHead>
					<TableHead className="min-w-56">{t("imports.reason")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rejections.map((rejection) => (
					<TableRow key={rejection.line}>
						<TableRowHead className="figure w-24">{formatCount(rejection.line)}</TableRowHead>
						<TableCell className="font-mono text-xs">
							{rejection.column || <span className="font-sans text-ink-faint">{t("imports.wholeLine")}</span>}
						</TableCell>
						<TableCell className="max-w-80 break-all font-mono text-xs">
							{rejection.value || <span className="font-sans text-ink-faint">{t("imports.emptyValue")}</span>}
						</TableCell>
						<TableCell>
							{t(`rejection.${rejection.code}`)}
							<span className="block font-mono text-2xs text-ink-faint">{rejection.code}</span>
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
