import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { rejectionCodes } from "@/lib/domains/gmv/constants";
import { problemStatus } from "@/lib/domains/intake/rules/problem-status";
import type { ProblemCode } from "@/lib/domains/intake/types";
import { getTranslations } from "@/lib/platform/i18n/server";

type Row = { code: string; status?: number; text: string };

/** Why a request is refused as a whole, and why a single record is not taken. */
export async function CodeTables() {
	const [t, tIntake, tGmv] = await Promise.all([
		getTranslations("apidoc"),
		getTranslations("intake"),
		getTranslations("gmv"),
	]);
	const problems = Object.entries(problemStatus).map(([code, status]) => ({
		code,
		status,
		text: tIntake(`problems.${code as ProblemCode}`),
	}));
	const lines = [
		{ code: "DUPLICATE", text: tGmv("duplicate") },
		...rejectionCodes.map((code) => ({ code, text: tGmv(`rejection.${code}`) })),
	];
	return (
		<div className="grid items-start gap-4 xl:grid-cols-2">
			<CodeCard id="problems" title={t("problems")} hint={t("problemsHint")} rows={problems} />
			<CodeCard id="lineCodes" title={t("lineCodes")} hint={t("lineCodesHint")} rows={lines} />
		</div>
	);
}

type CodeCardProps = { id: string; title: string; hint: string; rows: readonly Row[] };

async function CodeCard({ id, title, hint, rows }: CodeCardProps) {
	const t = await getTranslations("apidoc");
	const hasStatus = rows.some(({ status }) => status);
	return (
		<Card id={id} className="scroll-mt-20 overflow-hidden">
			<CardHeader title={title} description={hint} />
			<Table label={title} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("code")}</TableHead>
						{hasStatus && <TableHead>{t("status")}</TableHead>}
						<TableHead className="min-w-48">{t("meaning")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map(({ code, status, text }) => (
						<TableRow key={code}>
							<TableRowHead className="font-mono text-xs">{code}</TableRowHead>
							{hasStatus && <TableCell className="figure">{status}</TableCell>}
							<TableCell>{text}</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
