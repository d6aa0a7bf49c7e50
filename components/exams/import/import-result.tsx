import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { SHOWN_FINDINGS } from "@/lib/domains/certification/constants/question-imports";
import type { ImportFinding, ImportResult } from "@/lib/domains/certification/types/question-imports";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { id: string; result: ImportResult; isDone: boolean; children?: ReactNode };

const figures = ["questions", "lines", "accepted", "rejected", "duplicate"] as const;

/** Where every line went, and why those that are not written are not. */
export async function ImportResultCard({ id, result, isDone, children }: Props) {
	const t = await getTranslations("questionimport");
	const { findings } = result;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t(isDone ? "result.done" : "result.rehearsal")} />
			<CardBody className="space-y-5">
				<dl className="grid grid-cols-2 gap-4 sm:grid-cols-5">
					{figures.map((name) => (
						<div key={name}>
							<dt className="text-ink-soft text-sm">
								{t(`result.${name === "accepted" && !isDone ? "toAccept" : name}`)}
							</dt>
							<dd className="figure mt-1 font-semibold text-2xl">{formatCount(result[name])}</dd>
						</div>
					))}
				</dl>
				{result.accepted === 0 && (
					<Banner tone={result.rejected === 0 ? "info" : "warning"}>
						{t(result.rejected === 0 ? "result.allDuplicate" : "result.nothing")}
					</Banner>
				)}
				{children}
			</CardBody>
			{findings.length > 0 && (
				<section className="border-t">
					<div className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
						<div>
							<h3 className="font-semibold text-sm">{t("result.findings")}</h3>
							{findings.length > SHOWN_FINDINGS && (
								<p className="mt-1 text-ink-faint text-xs">
									{t("result.shown", { count: SHOWN_FINDINGS, total: findings.length })}
								</p>
							)}
						</div>
						<Button asChild variant="secondary" size="sm">
							<a href={routes.api.questionImportErrors(id)} download>
								<Download aria-hidden="true" />
								{t("result.download")}
							</a>
						</Button>
					</div>
					<FindingTable findings={findings.slice(0, SHOWN_FINDINGS)} />
				</section>
			)}
		</Card>
	);
}

async function FindingTable({ findings }: { findings: readonly ImportFinding[] }) {
	const t = await getTranslations("questionimport");
	return (
		<Table label={t("result.findings")} density="compact" stickyFirst={false}>
			<TableHeader>
				<TableRow>
					<TableHead numeric>{t("result.line")}</TableHead>
					<TableHead>{t("result.column")}</TableHead>
					<TableHead>{t("result.value")}</TableHead>
					<TableHead>{t("result.reason")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{findings.map(({ line, column, value, code }) => (
					<TableRow key={line}>
						<TableRowHead className="text-right">{line}</TableRowHead>
						<TableCell className="whitespace-nowrap">{column || t("result.whole")}</TableCell>
						<TableCell className="wrap-anywhere min-w-24 max-w-56">{value.slice(0, 80) || "–"}</TableCell>
						<TableCell className="min-w-56">{t(`findings.${code}`)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
