"use client";

import { useTranslations } from "use-intl";
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
import type { StressResult } from "@/lib/domains/trust/types/stress";
import { formatBps, formatFen } from "@/lib/platform/format";

const money = (fen: number) => formatFen(BigInt(Math.round(fen)));

/** What each guarantee adds to the expected cost. */
export function StressParts({ result }: { result: StressResult }) {
	const t = useTranslations("trustrules");
	const share = (fen: number) =>
		result.expectedFen > 0 ? formatBps(Math.round((fen / result.expectedFen) * 10_000)) : "–";
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("stress.parts")} />
			<Table label={t("stress.parts")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("stress.guaranteeColumn")}</TableHead>
						<TableHead className="text-right">{t("stress.claims")}</TableHead>
						<TableHead className="text-right">{t("stress.cost")}</TableHead>
						<TableHead className="text-right">{t("stress.share")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{result.parts.map(({ guarantee, claims, costFen }) => (
						<TableRow key={guarantee}>
							<TableRowHead>{t(`guarantee.${guarantee}`)}</TableRowHead>
							<TableCell className="figure text-right">{claims.toFixed(1)}</TableCell>
							<TableCell className="figure text-right">{money(costFen)}</TableCell>
							<TableCell className="figure text-right">{share(costFen)}</TableCell>
						</TableRow>
					))}
					<TableRow>
						<TableRowHead>{t("stress.total")}</TableRowHead>
						<TableCell />
						<TableCell className="figure text-right font-semibold">{money(result.expectedFen)}</TableCell>
						<TableCell className="figure text-right">{share(result.expectedFen)}</TableCell>
					</TableRow>
				</TableBody>
			</Table>
		</Card>
	);
}
