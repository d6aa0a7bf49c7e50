import { Badge } from "@/components/ui/badge";
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
import type { CheckResult, ProofView } from "@/lib/domains/gmv/rules/proof-view";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { checkName } from "./check-name";

/** Every check of a proof with its result; those that failed stand first. */
export async function CheckTable({ proof }: { proof: ProofView }) {
	const t = await getTranslations("proofs");
	if (proof.checks.length === 0) return proof.first.length > 0 ? <FirstDifferences proof={proof} /> : null;
	const checks = [...proof.checks].sort((a, b) => Number(b.violations > 0) - Number(a.violations > 0));
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("checksTitle")} description={t("checksHint")} />
			<Table label={t("checksTitle")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead className="min-w-52">{t("check")}</TableHead>
						<TableHead>{t("result")}</TableHead>
						<TableHead>{t("difference")}</TableHead>
						<TableHead numeric>{t("time")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{checks.map((check) => (
						<CheckRow key={check.check} check={check} />
					))}
				</TableBody>
			</Table>
		</Card>
	);
}

async function CheckRow({ check }: { check: CheckResult }) {
	const t = await getTranslations("proofs");
	const { violations, first, ms } = check;
	const code = /^I\d+/.exec(check.check)?.[0];
	return (
		<TableRow>
			<TableRowHead>
				<span className="flex items-baseline gap-2">
					{code && <span className="w-6 shrink-0 font-mono text-2xs text-ink-faint">{code}</span>}
					{checkName(t, check.check)}
				</span>
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				<Badge tone={violations === 0 ? "success" : "danger"}>
					{violations === 0 ? t("passed") : t("differs", { count: violations })}
				</Badge>
			</TableCell>
			<TableCell className="wrap-anywhere min-w-48 font-mono text-xs">
				{first ?? <span className="text-ink-faint">{t("none")}</span>}
			</TableCell>
			<TableCell numeric className="text-ink-soft">
				{t("seconds", { value: ms < 10_000 ? (ms / 1000).toFixed(2) : formatCount(Math.round(ms / 1000)) })}
			</TableCell>
		</TableRow>
	);
}

async function FirstDifferences({ proof }: { proof: ProofView }) {
	const t = await getTranslations("proofs");
	return (
		<Card>
			<CardHeader title={t("firstTitle")} />
			<CardBody>
				<ul className="space-y-2 text-sm">
					{proof.first.map(({ invariant, detail }) => (
						<li key={`${invariant}-${detail}`}>
							<span className="font-medium">{checkName(t, invariant)}</span>
							<span className="wrap-anywhere block font-mono text-ink-soft text-xs">{detail}</span>
						</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
