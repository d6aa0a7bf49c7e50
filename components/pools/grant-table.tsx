import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { FUND_CODE } from "@/lib/domains/pools/constants";
import type { GrantRecord, PoolUnit } from "@/lib/domains/pools/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { MoveDialog } from "./move-dialog";
import { showAmount } from "./words";

type Props = { rows: readonly GrantRecord[]; unit: PoolUnit; today: string; canManage: boolean };

export async function GrantTable({ rows, unit, today, canManage }: Props) {
	const t = await getTranslations("pools");
	return (
		<Table label={t("grants.title")}>
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-52">{t("grants.partner")}</TableHead>
					<TableHead numeric>{t("accounts.RESERVED")}</TableHead>
					<TableHead numeric>{t("grants.open")}</TableHead>
					<TableHead numeric>{t("accounts.SPENT")}</TableHead>
					<TableHead numeric>{t("grants.lapsed")}</TableHead>
					<TableHead>{t("grants.expiresOn")}</TableHead>
					{canManage && (
						<TableHead>
							<span className="sr-only">{t("move.open")}</span>
						</TableHead>
					)}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((grant) => (
					<GrantRow key={grant.id} grant={grant} unit={unit} today={today} canManage={canManage} />
				))}
			</TableBody>
		</Table>
	);
}

/** Where a grant was decided on: there it is moved as well. */
function homeOf({ id, benefitCode }: GrantRecord): string {
	return benefitCode === FUND_CODE
		? routes.ops.fund({ q: id, stage: "INVESTED" })
		: routes.ops.benefitApplications({ q: id });
}

async function GrantRow({ grant, unit, today, canManage }: Omit<Props, "rows"> & { grant: GrantRecord }) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	const show = (amount: bigint) => (amount === 0n ? "–" : showAmount(amount, unit));
	const isLive = grant.open > 0n || grant.reserved > 0n;
	return (
		<TableRow>
			<TableRowHead>
				<Link href={routes.ops.partner(grant.partnerId)} className="hover:text-brand-ink hover:underline">
					{grant.partnerName}
				</Link>
				<span className="wrap-anywhere block font-normal text-ink-faint text-xs">{grant.purpose}</span>
				<span className="block font-normal text-ink-faint text-xs">
					{formatDate(grant.createdAt, locale)}
					{grant.benefitCode && ` · ${grant.benefitCode}`}
				</span>
			</TableRowHead>
			<TableCell numeric>{show(grant.reserved)}</TableCell>
			<TableCell numeric className="font-medium">
				{show(grant.open)}
			</TableCell>
			<TableCell numeric>{show(grant.spent)}</TableCell>
			<TableCell numeric className="text-ink-soft">
				{show(grant.expired + grant.clawedBack + grant.released)}
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{grant.expiresOn ? formatDate(grant.expiresOn, locale) : t("grants.noEnd")}{" "}
				{!isLive && <Badge>{t("grants.ended")}</Badge>}
				{isLive && grant.expiresOn && grant.expiresOn < today && (
					<Badge tone="warning">{t("grants.over")}</Badge>
				)}
			</TableCell>
			{canManage && (
				<TableCell className="text-right">
					{grant.benefitCode ? (
						<Button asChild size="sm" variant="ghost">
							<Link href={homeOf(grant)} aria-label={t("move.homeFor", { partner: grant.partnerName })}>
								{t("move.home")}
							</Link>
						</Button>
					) : (
						<MoveDialog
							unit={unit}
							today={today}
							grant={{
								id: grant.id,
								poolId: grant.poolId,
								partnerName: grant.partnerName,
								purpose: grant.purpose,
								open: grant.open,
								reserved: grant.reserved,
								spent: grant.spent,
							}}
						/>
					)}
				</TableCell>
			)}
		</TableRow>
	);
}
