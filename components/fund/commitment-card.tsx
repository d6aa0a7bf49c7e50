import Link from "next/link";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { FundApplication, FundMovement } from "@/lib/domains/fund/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	application: Pick<FundApplication, "number" | "poolId" | "committedFen" | "grant">;
	movements: readonly FundMovement[];
	actions?: ReactNode;
	/** A way to the ledger, for those who read it. */
	isPlatform?: boolean;
};

/** What was committed, signed and paid, and every step of it. */
export async function CommitmentCard({ application, movements, actions, isPlatform = false }: Props) {
	const t = await getTranslations("fund");
	const { committedFen, grant } = application;
	if (committedFen === null || !grant) return null;
	const figure = (amount: bigint) => <span className="figure font-medium">{formatFen(amount)}</span>;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("commitment.title")} description={t("commitment.hint")} actions={actions} />
			<CardBody>
				<DescriptionList
					columns={3}
					items={[
						{ term: t("commitment.committed"), detail: figure(committedFen) },
						{ term: t("commitment.reserved"), detail: figure(grant.reserved) },
						{ term: t("commitment.open"), detail: figure(grant.open) },
						{ term: t("commitment.spent"), detail: figure(grant.spent) },
						{ term: t("commitment.back"), detail: figure(grant.released + grant.clawedBack) },
					]}
				/>
				{isPlatform && (
					<p className="mt-4 text-xs">
						<Link
							href={routes.ops.poolView(application.poolId, { view: "movements", q: application.number })}
							className="text-brand-ink underline underline-offset-4"
						>
							{t("commitment.ledger")}
						</Link>
					</p>
				)}
			</CardBody>
			<Steps movements={movements} />
		</Card>
	);
}

async function Steps({ movements }: { movements: readonly FundMovement[] }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<Table label={t("commitment.steps")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("commitment.when")}</TableHead>
					<TableHead>{t("commitment.what")}</TableHead>
					<TableHead numeric>{t("commitment.amount")}</TableHead>
					<TableHead className="min-w-40">{t("commitment.why")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{movements.map((movement) => (
					<TableRow key={movement.id}>
						<TableRowHead className="figure whitespace-nowrap">
							{formatDate(movement.bookedOn, locale)}
						</TableRowHead>
						<TableCell className="whitespace-nowrap">{t(`commitment.kinds.${movement.kind}`)}</TableCell>
						<TableCell numeric className="font-medium">
							{formatFen(movement.amount)}
						</TableCell>
						<TableCell className="wrap-anywhere">{movement.reason}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
