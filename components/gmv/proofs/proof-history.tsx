import Link from "next/link";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { ProofView } from "@/lib/domains/gmv/rules/proof-view";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { askedBy } from "./check-name";
import { tookSeconds } from "./proof-verdict";

type Props = {
	proofs: readonly ProofView[];
	total: number;
	filter: { proof: string; page: number };
	shownId: string | undefined;
};

export async function ProofHistory({ proofs, total, filter, shownId }: Props) {
	const [t, locale] = await Promise.all([getTranslations("proofs"), getLocale()]);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("history")} description={t("historyHint")} />
			<Table label={t("history")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("facts.finished")}</TableHead>
						<TableHead>{t("result")}</TableHead>
						<TableHead>{t("facts.by")}</TableHead>
						<TableHead numeric>{t("facts.lines")}</TableHead>
						<TableHead numeric>{t("facts.summaries")}</TableHead>
						<TableHead numeric>{t("facts.took")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{proofs.map((proof) => (
						<TableRow key={proof.id} data-state={proof.id === shownId ? "selected" : undefined}>
							<TableRowHead className="figure whitespace-nowrap">
								<Link
									href={routes.ops.gmvProof(proof.id)}
									aria-current={proof.id === shownId ? "true" : undefined}
									className="hover:text-brand-ink hover:underline hover:underline-offset-4"
								>
									{formatDateTime(proof.finishedAt, locale)}
								</Link>
							</TableRowHead>
							<TableCell className="whitespace-nowrap">
								<Badge tone={proof.violations === 0 ? "success" : "danger"}>
									{proof.violations === 0 ? t("verdict.clean") : t("differs", { count: proof.violations })}
								</Badge>
							</TableCell>
							<TableCell>{askedBy(t, proof)}</TableCell>
							<TableCell numeric>{formatCount(proof.orderLines)}</TableCell>
							<TableCell numeric>{formatCount(proof.shopDayFacts)}</TableCell>
							<TableCell numeric className="text-ink-soft">
								{t("seconds", { value: tookSeconds(proof) })}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
			<Pagination total={total} {...numberedPageHrefs(routes.ops.gmvProofs(), filter, total, pageSize)} />
		</Card>
	);
}
